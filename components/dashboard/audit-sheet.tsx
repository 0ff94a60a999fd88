import { useState } from 'preact/hooks';
import { pointNumber } from '../../analyzers/data/audit-guide';
import type { AuditLine } from '../../analyzers/export/audit-sheet';
import { hasText } from '../../locales/index';
import { ruleTitle } from '../../locales/rule-title';
import { useSpeech } from '../language';

/** The audit guide's points with what was seen of each from outside, and what to ask the operator for. */
export function AuditSheet({ lines }: { lines: readonly AuditLine[] }) {
  const { t, of, lang } = useSpeech();
  const [onlySeen, setOnlySeen] = useState(false);
  const shown = onlySeen ? lines.filter(({ point }) => point.rules.length > 0) : lines;
  return (
    <div class="audit">
      <p class="part-note">{t('dashboard.audit.note')}</p>
      <p class="part-note">{t('dashboard.audit.note-source')}</p>
      <label class="check">
        <input type="checkbox" checked={onlySeen} onChange={() => setOnlySeen(!onlySeen)} /> {t('dashboard.audit.only')}
      </label>
      <ol class="audit-lines">
        {shown.map(({ point, state, findings }) => {
          const told = findings.filter(({ outcome }) => outcome === 'violation' || outcome === 'review');
          return (
            <li key={point.id} class={`audit-line audit-${state}`}>
              <span class="audit-number">{pointNumber(point.id)}</span>
              <div class="audit-what">
                <p>
                  {t(`dashboard.audit.point.${point.id}`)} <span class={`tag audit-tag-${state}`}>{t(`dashboard.audit.state.${state}`)}</span>
                </p>
                {told.length > 0 ? (
                  <ul class="audit-found">
                    {told.map((finding) => (
                      <li key={finding.rule}>
                        <strong>{ruleTitle(finding.rule, lang)}</strong>
                        {t('dashboard.colon')}
                        {of(finding.summary)}
                      </li>
                    ))}
                  </ul>
                ) : null}
                {point.papers ? (
                  <p class="audit-ask">
                    {t('dashboard.audit.ask')}
                    {t('dashboard.colon')}
                    {t(hasText(`dashboard.audit.papers.${point.id}`) ? `dashboard.audit.papers.${point.id}` : 'dashboard.audit.papers.any')}
                  </p>
                ) : null}
              </div>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
