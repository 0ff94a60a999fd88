import type { PracticeRow, SiteReport } from '../../analyzers/report';
import { Fold } from '../fold';
import { quoteLang, shortName, useSpeech } from '../language';
import { ShowButton } from '../findings/show-button';

/** Rows of one recipient of which the policy says the same. */
interface Group {
  says: PracticeRow['says'];
  missing?: PracticeRow['missing'];
  rows: PracticeRow[];
}

/** A broken promise first, then silence, then what was told. */
const ORDER: readonly PracticeRow['says'][] = ['denies', 'omits', 'allows', 'unread'];
const SHOWN = 60;

/** What was seen beside what the policy says of it: "says" and "does" in one line. */
export function PracticeTable({ report }: { report: SiteReport }) {
  const { t, lang } = useSpeech();
  const rows = report.practice?.rows ?? [];
  if (rows.length === 0) return <Undone report={report} />;
  const groups = groupsOf(rows);
  const comma = lang === 'en' ? ', ' : '、';
  return (
    <section class="practice">
      <h3 class="group-title">{t('report.practice.title')}</h3>
      <p class="part-note">{t('report.practice.note')}</p>
      <table class="facts-table practice-table">
        <thead>
          <tr>
            <th scope="col">{t('report.practice.who')}</th>
            <th scope="col">{t('report.practice.does')}</th>
            <th scope="col">{t('report.practice.says')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.slice(0, SHOWN).map((group, index) => {
            const { recipient } = group.rows[0]!;
            const said = group.rows.find((row) => row.said)?.said;
            return (
              <tr key={index} class={`practice-${group.says}`}>
                <th scope="row">
                  <bdi>{shortName(recipient.owner || recipient.domain)}</bdi>
                </th>
                <td>{group.rows.map(({ kind }) => t(`report.kind.${kind}`)).join(comma)}</td>
                <td>
                  <span class={`practice-word practice-word-${group.says}`}>{t(`report.practice.${group.says === 'omits' ? `omits-${group.missing ?? 'both'}` : group.says}`)}</span>
                  {said ? (
                    <Fold label={t('report.policy.passage')}>
                      {() => (
                        <>
                          <blockquote class="quote" lang={quoteLang(report)}>
                            {said.quote}
                          </blockquote>
                          <ShowButton place={{ kind: 'policy-text', ...said }} />
                        </>
                      )}
                    </Fold>
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {groups.length > SHOWN ? <p class="part-note">{t('report.policy.more', { count: groups.length - SHOWN })}</p> : null}
      <Undone report={report} />
    </section>
  );
}

function groupsOf(rows: readonly PracticeRow[]): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const key = [row.recipient.domain, row.says, row.missing].join(' ');
    const group = groups.get(key) ?? { says: row.says, missing: row.missing, rows: [] };
    if (!group.rows.some(({ kind }) => kind === row.kind)) group.rows.push(row);
    groups.set(key, group);
  }
  const isOwn = ({ rows: [first] }: Group): number => Number(first!.recipient.party === 'first');
  return [...groups.values()].sort((a, b) => ORDER.indexOf(a.says) - ORDER.indexOf(b.says) || isOwn(a) - isOwn(b));
}

/** What the policy declares and this visit did not show: no fault, but good to know. */
function Undone({ report }: { report: SiteReport }) {
  const { t, lang } = useSpeech();
  const { kinds, recipients } = report.practice?.unseen ?? { kinds: [], recipients: [] };
  if (kinds.length + recipients.length === 0) return null;
  const words = [...new Set(kinds.map(({ kind }) => t(`report.kind.${kind}`))), ...recipients];
  return <p class="part-note practice-unseen">{t('report.practice.unseen', { what: words.slice(0, 20).join(lang === 'en' ? ', ' : '、') })}</p>;
}
