import type { SiteReport } from '../../analyzers/report';
import { shortName, useSpeech } from '../language';
import { Seal } from '../seal';
import { tally, verdictKey } from './tally';

/** The browser notes when it has painted the verdict: `npm run bench:popup` reads it. */
const TIMED = { elementtiming: 'verdict' };

/** Characters of the worst thing in one look; its card has it whole. English needs more of them. */
const WORST_CHARS = { 'zh-CN': 100, en: 220 };

/** The verdict in one look: one sentence, the worst thing, three counts. `level` is the heading's level on the page. */
export function Verdict({ report, level = 1, incomplete = false }: { report: SiteReport; level?: 1 | 2; incomplete?: boolean }) {
  const { t, of, lang } = useSpeech();
  const result = tally(report, incomplete);
  const { counts, worst, mood } = result;
  const Heading = `h${level}` as 'h1' | 'h2';
  return (
    <section class={`verdict verdict-${mood}`}>
      <div class="verdict-line">
        <Seal mood={mood} />
        <div>
          <Heading class="verdict-title" {...TIMED}>{t(verdictKey(result), { count: mood === 'bad' ? counts.violation : counts.review })}</Heading>
          {worst ? <p class="verdict-worst">{shortName(of(worst.summary), WORST_CHARS[lang])}</p> : <p class="verdict-worst">{t(`report.verdict.${mood}-more`, { count: counts.pass })}</p>}
        </div>
      </div>
      <ul class="counts">
        <Count kind="violation" value={counts.violation} />
        <Count kind="review" value={counts.review} />
        <Count kind="pass" value={counts.pass} />
      </ul>
    </section>
  );
}

function Count({ kind, value }: { kind: 'violation' | 'review' | 'pass'; value: number }) {
  const { t } = useSpeech();
  return (
    <li class={`count count-${value > 0 ? kind : 'none'}`}>
      <strong>{value}</strong> <span>{t(`report.outcome.${kind}`)}</span>
    </li>
  );
}

/** Who runs the site, as far as known. */
export function Operator({ operator }: { operator: SiteReport['operator'] }) {
  const { t } = useSpeech();
  const numbers = [operator.icp, operator.police].filter(Boolean).join(' · ');
  return (
    <p class="operator">
      {operator.name ? (
        <>
          <span class="operator-label">{t('report.operator.label')}</span> <strong>
            <bdi>{shortName(operator.name, 60)}</bdi>
          </strong>
        </>
      ) : (
        t('report.operator.unknown')
      )}
      {numbers ? <span class="operator-number"> {shortName(numbers, 80)}</span> : null}
    </p>
  );
}
