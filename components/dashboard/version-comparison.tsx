import { diffChars, diffWordsWithSpace } from 'diff';
import { useState } from 'preact/hooks';
import type { Text } from '../../analyzers/artifacts';
import type { ClauseChange, DutyChange, PolicyChange } from '../../analyzers/policy/change';
import type { FactChange } from '../../analyzers/policy/changed-facts';
import { ruleTitle } from '../../locales/rule-title';
import { useSpeech } from '../language';

export type VersionNotice = { kind: 'shown' | 'none'; text: Text } | { kind: 'unknown' };

export interface VersionComparisonProps {
  change: PolicyChange;
  /** Undefined where the versions could not be judged, or not yet. */
  duties?: readonly DutyChange[];
  facts?: readonly FactChange[];
  notice: VersionNotice;
  /** The versions are being judged. */
  pending: boolean;
}

/** Two versions of a policy: facts and duties that changed, whether anybody was told, then the clauses side by side. */
export function VersionComparison({ change, duties, facts, notice, pending }: VersionComparisonProps) {
  const { t, of, lang } = useSpeech();
  const [onlyDuty, setOnlyDuty] = useState(true);
  const duty = change.clauses.filter(({ weight }) => weight === 'duty');
  const shown = onlyDuty && duty.length > 0 ? duty : change.clauses;
  if (change.count === 0) return <p class="part-note">{t('dashboard.versions.same')}</p>;
  return (
    <>
      <p class="versions-count">
        {t('dashboard.versions.count', { count: change.count, duty: duty.length })} {change.clauses.length < change.count ? t('dashboard.versions.more', { shown: change.clauses.length }) : null}
      </p>
      <div class="version-facts">
        <section class="panel">
          <h3 class="panel-title">{t('dashboard.versions.facts')}</h3>
          {facts === undefined ? (
            <Waiting pending={pending} />
          ) : facts.length === 0 ? (
            <p class="part-note">{t('dashboard.versions.no-facts')}</p>
          ) : (
            <dl class="fact-changes">
              {facts.map(({ fact, gone, come }) => (
                <div key={fact}>
                  <dt>{t(`dashboard.versions.fact.${fact}`)}</dt>
                  <dd>
                    {gone.length > 0 ? <del>{gone.join(t('report.comma'))}</del> : <span class="part-note">{t('dashboard.versions.nothing')}</span>}
                    <span class="becomes">
                      <span aria-hidden="true">→</span>
                      <span class="unseen">{t('dashboard.versions.arrow')}</span>
                    </span>
                    {come.length > 0 ? <ins>{come.join(t('report.comma'))}</ins> : <span class="part-note">{t('dashboard.versions.nothing')}</span>}
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </section>
        <section class="panel">
          <h3 class="panel-title">{t('dashboard.versions.duties')}</h3>
          {duties === undefined ? (
            <Waiting pending={pending} />
          ) : duties.length === 0 ? (
            <p class="part-note">{t('dashboard.versions.no-duties')}</p>
          ) : (
            <dl class="fact-changes">
              {duties.map(({ duty: id, before, after }) => (
                <div key={id}>
                  <dt>{ruleTitle(id, lang)}</dt>
                  <dd>{t('dashboard.versions.duty-changed', { before: t(`dashboard.versions.label.${before.label}`), after: t(`dashboard.versions.label.${after.label}`) })}</dd>
                </div>
              ))}
            </dl>
          )}
        </section>
        <section class="panel">
          <h3 class="panel-title">{t('dashboard.versions.notice')}</h3>
          <p>{notice.kind === 'unknown' ? t('dashboard.versions.notice-unknown') : t(`dashboard.versions.notice-${notice.kind}`, { text: of(notice.text) })}</p>
        </section>
      </div>
      {duty.length > 0 && duty.length < change.clauses.length ? (
        <label class="check">
          <input type="checkbox" checked={onlyDuty} onChange={() => setOnlyDuty(!onlyDuty)} /> {t('dashboard.versions.only-duty')}
        </label>
      ) : null}
      <ol class="clauses">
        {shown.map((clause, index) => (
          <Clause key={index} clause={clause} />
        ))}
      </ol>
    </>
  );
}

function Waiting({ pending }: { pending: boolean }) {
  const { t } = useSpeech();
  return <p class="part-note">{t(pending ? 'dashboard.versions.comparing' : 'dashboard.versions.compare-failed')}</p>;
}

/** Longer clauses are shown whole on both sides, without marks inside: the comparison letter by letter would take too long. */
const MARKED_CHARS = 2_000;

function Clause({ clause: { kind, before, after } }: { clause: ClauseChange }) {
  const { t } = useSpeech();
  const language = CHINESE.test((after ?? before)?.text ?? '') ? 'zh-CN' : 'en';
  const parts = before && after && before.text.length + after.text.length <= MARKED_CHARS ? partsOf(before.text, after.text) : undefined;
  return (
    <li class={`clause clause-${kind}`}>
      <span class="tag">{t(`dashboard.versions.${kind}`)}</span>
      <div class="clause-sides">
        <p class="clause-before" lang={language}>
          <span class="unseen">{t('dashboard.versions.before')}</span>
          {parts ? parts.filter(({ added }) => !added).map(({ value, removed }, index) => (removed ? <del key={index}>{value}</del> : value)) : before ? <del>{before.text}</del> : null}
        </p>
        <p class="clause-after" lang={language}>
          <span class="unseen">{t('dashboard.versions.after')}</span>
          {parts ? parts.filter(({ removed }) => !removed).map(({ value, added }, index) => (added ? <ins key={index}>{value}</ins> : value)) : after ? <ins>{after.text}</ins> : null}
        </p>
      </div>
    </li>
  );
}

const CHINESE = /[\u4e00-\u9fff]/;

/** Chinese is compared by characters, other scripts by words. */
function partsOf(before: string, after: string) {
  return CHINESE.test(before + after) ? diffChars(before, after) : diffWordsWithSpace(before, after);
}
