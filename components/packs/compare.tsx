import { beijingTime } from '../../analyzers/complaint/plain';
import { compareReports } from '../../analyzers/evidence/compare';
import type { Finding, SiteReport } from '../../analyzers/report';
import { useSpeech } from '../language';

/** Two reports on one site, finding by finding. */
export function ComparisonView({ before, after }: { before: SiteReport; after: SiteReport }) {
  const { t } = useSpeech();
  const { fixed, still, fresh, unclear, warnings } = compareReports(before, after);
  return (
    <section class="compare">
      <h3 class="part-title">{t('packs.compare.title')}</h3>
      <p class="part-note">
        {t('packs.compare.before', { time: beijingTime(Date.parse(before.startedAt)) })}
        <br />
        {t('packs.compare.after', { time: beijingTime(Date.parse(after.startedAt)) })}
      </p>
      {warnings.map((warning) => (
        <p key={warning} class="notice">
          {t(`packs.compare.warning.${warning}`)}
        </p>
      ))}
      <Group name="fresh" findings={fresh} />
      <Group name="still" findings={still} />
      <Group name="unclear" findings={unclear} />
      <Group name="fixed" findings={fixed} />
      {fresh.length + still.length + unclear.length === 0 && fixed.length > 0 ? <p class="compare-clean">{t('packs.compare.clean')}</p> : null}
    </section>
  );
}

function Group({ name, findings }: { name: 'fixed' | 'still' | 'fresh' | 'unclear'; findings: Finding[] }) {
  const { t, of } = useSpeech();
  return (
    <div class={`compare-group compare-${name}`}>
      <h4>
        {t(`packs.compare.${name}`)} <span class="group-count">{findings.length}</span>
      </h4>
      {findings.length > 0 ? (
        <ul class="plain">
          {findings.map((finding) => (
            <li key={finding.rule}>{of(finding.summary)}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
