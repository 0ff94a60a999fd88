import { useEffect, useMemo, useState } from 'preact/hooks';
import { beijingTime } from '../../analyzers/complaint/plain';
import { comparePolicies } from '../../analyzers/policy/change';
import { changedFacts } from '../../analyzers/policy/changed-facts';
import { changedDuties } from '../../analyzers/policy/change';
import type { Lang } from '../../analyzers/artifacts';
import type { PolicyFacts, PolicyResult } from '../../analyzers/report';
import { VersionComparison, type VersionNotice } from '../../components/dashboard/version-comparison';
import { Empty, Loading } from '../../components/dashboard/page';
import { useSpeech } from '../../components/language';
import { shortAnswers } from '../../components/policy/lines';
import type { PolicyRow } from '../../store/database';
import { ask } from '../popup/ask';
import { db } from './shelf';
import { useLive } from './use-live';

/** The kept versions of a site's policy, two of them side by side. */
export function Versions({ site }: { site: string }) {
  const { t } = useSpeech();
  const { value: rows } = useLive(() => db.policies.where('site').equals(site).toArray(), [site]);
  const documents = useMemo(() => byAddress(rows ?? []), [rows]);
  const [url, setUrl] = useState('');
  const [pair, setPair] = useState<[string, string]>(['', '']);
  if (!rows) return <Loading />;
  const chosen = documents.find((one) => one.url === url) ?? documents[0];
  if (!chosen) return <Empty title={t('dashboard.versions.none')} />;
  const { versions } = chosen;
  const day = (at: number): string => beijingTime(at).slice(0, 10);
  const seen = ({ firstSeen, lastSeen }: PolicyRow): string => {
    const [from, to] = [day(firstSeen), day(lastSeen)];
    return from === to ? t('dashboard.versions.seen-on', { day: from }) : t('dashboard.versions.seen', { from, to });
  };
  const after = versions.find(({ sha256 }) => sha256 === pair[1]) ?? versions[0]!;
  const before = versions.find(({ sha256 }) => sha256 === pair[0]) ?? versions[versions.indexOf(after) + 1] ?? versions[0]!;
  const choice = (name: 'before' | 'after', value: PolicyRow, set: (sha256: string) => void) => (
    <label>
      <span>{t(`dashboard.versions.${name}`)}</span>
      <select class="field" value={value.sha256} onChange={(event) => set(event.currentTarget.value)}>
        {versions.map((row) => (
          <option key={row.sha256} value={row.sha256}>
            {seen(row)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div class="versions">
      <div class="filter-grid">
        {documents.length > 1 ? (
          <label>
            <span>{t('dashboard.versions.document')}</span>
            <select class="field" value={chosen.url} onChange={(event) => setUrl(event.currentTarget.value)}>
              {documents.map((one) => (
                <option key={one.url} value={one.url}>
                  {one.title || one.url}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        {versions.length > 1 ? choice('before', before, (sha256) => setPair([sha256, after.sha256])) : null}
        {versions.length > 1 ? choice('after', after, (sha256) => setPair([before.sha256, sha256])) : null}
      </div>
      {versions.length === 1 ? <p class="part-note">{`${t('dashboard.versions.one')} ${seen(after)}`}</p> : before === after ? null : <Compared key={`${before.sha256} ${after.sha256}`} before={before} after={after} />}
    </div>
  );
}

/** Judged results of versions, kept while the page is open. */
const judged = new Map<string, Promise<PolicyResult | undefined>>();

function resultOf({ sha256 }: PolicyRow): Promise<PolicyResult | undefined> {
  const known = judged.get(sha256) ?? ask({ type: 'judge-version', sha256 }).then(({ result }) => result, () => undefined);
  judged.set(sha256, known);
  return known;
}

/** What a version states, with how long data are kept in as few words as in the summary: 3 年 → 实现目的所需的时间. */
function factsOf(policy: PolicyResult, lang: Lang): PolicyFacts {
  return { ...policy.facts, retention: shortAnswers('retention', policy, lang) };
}

function Compared({ before, after }: { before: PolicyRow; after: PolicyRow }) {
  const { lang } = useSpeech();
  const [results, setResults] = useState<{ before?: PolicyResult; after?: PolicyResult } | undefined>();
  const [notice, setNotice] = useState<VersionNotice>({ kind: 'unknown' });
  const change = useMemo(() => comparePolicies(before.document, after.document), [before, after]);
  useEffect(() => {
    let over = false;
    void Promise.all([resultOf(before), resultOf(after), noticeOf(before, after)]).then(([old, now, seen]) => {
      if (over) return;
      setResults({ before: old, after: now });
      setNotice(seen);
    });
    return () => {
      over = true;
    };
  }, [before, after]);
  const both = results?.before && results.after ? { before: results.before, after: results.after } : undefined;
  return (
    <VersionComparison
      change={change}
      duties={both && changedDuties(both.before, both.after)}
      facts={both && changedFacts(factsOf(both.before, lang), factsOf(both.after, lang))}
      notice={notice}
      pending={results === undefined}
    />
  );
}

/** What a visit that saw the newer version said of a notice: the rule's own finding. */
async function noticeOf(before: PolicyRow, after: PolicyRow): Promise<VersionNotice> {
  const rows = await db.reports.where('site').equals(after.site).filter(({ at }) => at >= after.firstSeen - 60_000).toArray();
  for (const { report } of rows.sort((a, b) => a.at - b.at)) {
    const finding = report.findings?.find(({ rule }) => rule === 'unannounced-policy-change');
    if (!finding || finding.outcome === 'not-applicable' || finding.outcome === 'error') continue;
    const quotesThem = finding.evidence.some((item) => item.kind === 'policy-text' && (item.sha256 === before.sha256 || item.sha256 === after.sha256));
    if (finding.outcome === 'pass' && before.lastSeen <= after.firstSeen) return { kind: 'shown', text: finding.summary };
    if (quotesThem) return { kind: 'none', text: finding.summary };
  }
  return { kind: 'unknown' };
}

function byAddress(rows: readonly PolicyRow[]): { url: string; title: string; versions: PolicyRow[] }[] {
  const sound = rows.filter(({ document }) => typeof document?.text === 'string' && Array.isArray(document.blocks));
  const groups = new Map<string, PolicyRow[]>();
  for (const row of sound) groups.set(row.url, [...(groups.get(row.url) ?? []), row]);
  return [...groups]
    .map(([url, versions]) => ({ url, title: versions[0]!.document.title, versions: versions.sort((a, b) => b.lastSeen - a.lastSeen) }))
    .sort((a, b) => b.versions.length - a.versions.length || b.versions[0]!.lastSeen - a.versions[0]!.lastSeen);
}
