/** The questions people ask first, answered in a line each: who has my data, what is too much, how do I get it deleted. */
import { Fragment } from 'preact';
import type { ComponentChildren } from 'preact';
import type { Flow, RightFact, SiteReport, Stage } from '../../analyzers/report';
import { shortName, useSpeech } from '../language';
import { brief } from '../policy/lines';
import { StageTag } from '../findings/proof';
import { STAGES, suspicionOf } from './recipients';

/** Names told in one line. */
const NAMES = 3;
/** Characters of a name in one look; the tab has it whole. */
const NAME_CHARS = 24;
/** Characters of a way to deletion that are told here. */
const WAY_CHARS = 80;

/** Parts of a view that an answer can lead to; `doubts` are findings that stand folded below graver ones. */
export type Part = 'findings' | 'doubts' | 'recipients' | 'policy' | 'timeline';

export function Overview({ report, onOpen }: { report: SiteReport; onOpen: (part: Part) => void }) {
  const { t } = useSpeech();
  return (
    <dl class="answers">
      <Answer name="who" onOpen={() => onOpen('recipients')} label={t('report.answer.who')}>
        <Who report={report} />
      </Answer>
      <Answer name="much" onOpen={() => onOpen(report.findings.some(({ category, outcome }) => category === 'not-necessary' && outcome === 'review') ? 'doubts' : 'findings')} label={t('report.answer.much')}>
        <TooMuch report={report} />
      </Answer>
      <Answer name="delete" onOpen={() => onOpen('policy')} label={t('report.answer.delete')}>
        <Deletion report={report} />
      </Answer>
    </dl>
  );
}

function Answer({ name, label, onOpen, children }: { name: string; label: string; onOpen: () => void; children: ComponentChildren }) {
  const { t } = useSpeech();
  return (
    <div class={`answer answer-${name}`}>
      <dt>{label}</dt>
      <dd>{children}</dd>
      <dd class="answer-more">
        <button type="button" class="button button-quiet button-small" onClick={onOpen} aria-label={t('report.answer.open', { question: label })}>
          ›
        </button>
      </dd>
    </div>
  );
}

/** Others than the site who received something, by stage, each once. */
export function othersBy(report: SiteReport): { stage: Stage; names: string[]; suspected: boolean }[] {
  const isOther = ({ recipient }: Flow): boolean => recipient.party === 'third' || recipient.party === 'affiliate';
  const isSuspect = suspicionOf(report);
  return STAGES.flatMap((stage) => {
    const flows = report.flows.filter((flow) => flow.stage === stage && isOther(flow));
    const names = [...new Set(flows.map(({ recipient }) => shortName(recipient.owner || recipient.domain, NAME_CHARS)))];
    return names.length > 0 ? [{ stage, names, suspected: flows.some(isSuspect) }] : [];
  });
}

function Who({ report }: { report: SiteReport }) {
  const { t, lang } = useSpeech();
  const stages = othersBy(report);
  if (stages.length === 0) return <>{t(report.flows.length > 0 ? 'report.answer.only-site' : 'report.answer.nobody')}</>;
  const comma = lang === 'en' ? ',' : '、';
  return (
    <>
      {stages.map(({ stage, names, suspected }) => (
        <span key={stage} class="answer-line">
          <StageTag stage={stage} calm={!suspected} />
          <span class="answer-names">
            {names.slice(0, NAMES).map((name, index, shown) => (
              <Fragment key={name}>
                <Name name={name} after={index < shown.length - 1 ? comma : ''} />
                {lang === 'en' ? ' ' : null}
              </Fragment>
            ))}
            {names.length > NAMES ? ` ${t('report.answer.and-more', { count: names.length })}` : ''}
          </span>
        </span>
      ))}
    </>
  );
}

/** A name that is not torn apart while there is room on the next line; the mark after it never begins a line. */
function Name({ name, after }: { name: string; after: string }) {
  const characters = [...name];
  const last = characters.pop();
  return (
    <bdi class="answer-name">
      {characters.join('')}
      <span class="glued">
        {last}
        {after}
      </span>
    </bdi>
  );
}

/** What is asked without need: the elements that suspected violations of necessity name, or their number. */
function TooMuch({ report }: { report: SiteReport }) {
  const { t, lang } = useSpeech();
  const too = report.findings.filter(({ category, outcome }) => category === 'not-necessary' && (outcome === 'violation' || outcome === 'review'));
  const suspected = too.filter(({ outcome }) => outcome === 'violation');
  const asked = [...new Set(suspected.flatMap(({ evidence }) => evidence.flatMap((item) => (item.kind === 'page-element' && item.text ? [item.text.replace(/[*＊:：\s]+/g, '').slice(0, 20)] : []))))].filter(Boolean);
  if (suspected.length > 0) {
    return (
      <>
        <span class="answer-bad">{t('report.answer.too-much', { count: suspected.length })}</span>
        {asked.length > 0 ? <span class="answer-detail"> {asked.slice(0, 4).join(lang === 'en' ? ', ' : '、')}</span> : null}
      </>
    );
  }
  return <>{t(too.length > 0 ? 'report.answer.maybe-much' : 'report.answer.not-much', { count: too.length })}</>;
}

function Deletion({ report }: { report: SiteReport }) {
  const { t } = useSpeech();
  const { policy } = report;
  if (!('duties' in policy)) return <>{t(policy.reason === 'no-link' ? 'report.policy.missing' : 'report.answer.no-policy')}</>;
  const way = wayOut(policy.facts.rights);
  if (way) return <bdi>{shortName(brief(way), WAY_CHARS)}</bdi>;
  const labels = [policy.duties['right-deletion']?.label, policy.duties['account-cancellation']?.label];
  const isTold = labels.some((label) => label === 'met' || label === 'partial');
  return <>{t(isTold ? 'report.answer.told' : labels.includes('absent') ? 'report.answer.untold' : 'report.answer.not-found')}</>;
}

function wayOut(rights: readonly RightFact[] | undefined): string | undefined {
  return (rights?.find(({ right, route }) => right === 'account-closing' && route) ?? rights?.find(({ right, route }) => right === 'deletion' && route))?.route;
}
