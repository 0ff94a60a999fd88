/** Evidence told as facts: when, where, what was done, what was seen, and where the proof lies. One fact a line. */
import type { DataItem, Lang } from '../artifacts';
import type { Evidence, Finding, SiteReport, Stage } from '../report';
import { translate } from '../../locales/views';
import { beijingTime, oneLine, plainAddress } from './plain';

/** Facts told for one finding; what goes beyond is counted and left to the attachments. */
const FACTS_PER_FINDING = 5;

/** Stage of each request by its id, from the report's flows. */
export function stagesOf(report: SiteReport): ReadonlyMap<string, Stage> {
  return new Map(report.flows.flatMap((flow) => flow.requests.map((id) => [id, flow.stage] as const)));
}

/** The facts of one finding in one language, without repeats. Requests to one recipient that say the same are one fact with a count. */
export function factsOf(finding: Finding, report: SiteReport, lang: Lang): string[] {
  const stages = stagesOf(report);
  const groups = new Map<string, { first: Evidence; count: number }>();
  for (const evidence of finding.evidence) {
    const key = sameness(evidence, stages);
    const group = groups.get(key);
    if (group) group.count += 1;
    else groups.set(key, { first: evidence, count: 1 });
  }
  const told = [...groups.values()].slice(0, FACTS_PER_FINDING).map(({ first, count }) => factOf(first, count, report, stages, lang));
  const left = groups.size - told.length;
  return left > 0 ? [...told, translate(lang, 'complaint.fact.more', { count: left })] : told;
}

function sameness(evidence: Evidence, stages: ReadonlyMap<string, Stage>): string {
  if (evidence.kind !== 'request') return JSON.stringify(evidence);
  return JSON.stringify([evidence.recipient, stages.get(evidence.requestId), describeKinds(evidence.items, 'zh-CN')]);
}

function factOf(evidence: Evidence, count: number, report: SiteReport, stages: ReadonlyMap<string, Stage>, lang: Lang): string {
  const tell = (key: string, params: Record<string, string | number> = {}): string => translate(lang, `complaint.fact.${key}`, params);
  const note = 'note' in evidence && evidence.note ? tell('note', { note: oneLine(evidence.note[lang], 200).replace(/[。.]$/, '') }) : '';
  switch (evidence.kind) {
    case 'request': {
      const stage = stages.get(evidence.requestId) ?? (actedBefore(report, evidence.at) ? undefined : 'before-choice');
      return (
        tell('request', {
          time: beijingTime(evidence.at),
          recipient: oneLine(evidence.recipient, 80),
          url: plainAddress(evidence.url, 120),
        }) +
        (evidence.items.length > 0 ? tell('items', { items: describeKinds(evidence.items, lang) }) : '') +
        (stage ? tell(`stage.${stage}`) : '') +
        (count > 1 ? tell('repeated', { count }) : '') +
        note +
        tell('proof.request', { id: oneLine(evidence.requestId, 60) })
      );
    }
    case 'storage':
      return (
        tell('storage', { time: beijingTime(evidence.at), area: tell(`area.${areaOf(evidence.area)}`), key: oneLine(evidence.key, 60) }) +
        (evidence.lifetimeHours === null || evidence.lifetimeHours < 24 ? '' : tell('lifetime', { days: Math.round(evidence.lifetimeHours / 24) })) +
        (evidence.scriptHost ? tell('script', { host: oneLine(evidence.scriptHost, 80) }) : '') +
        (actedBefore(report, evidence.at) ? '' : tell('stage.before-choice')) +
        tell('proof.findings')
      );
    case 'policy-text': {
      const url = plainAddress(evidence.url);
      const fact = evidence.quote ? tell('policy-quote', { url, quote: quoteLine(evidence.quote) }) : tell('policy-silent', { url });
      return fact + note + tell('proof.policy', { digest: evidence.sha256.slice(0, 16) });
    }
    case 'page-element':
      return (
        tell(evidence.text.trim() ? 'element-text' : 'element', {
          time: beijingTime(evidence.at),
          url: plainAddress(evidence.url),
          text: oneLine(evidence.text),
          selector: oneLine(evidence.selector, 80),
        }) +
        note +
        tell('proof.findings')
      );
    case 'screenshot':
      return tell('screenshot', { time: beijingTime(evidence.at), file: oneLine(evidence.file, 80), digest: evidence.sha256.slice(0, 16) });
  }
}

/** A policy's words stay as they are (a contact in it is evidence), but on one line. */
function quoteLine(quote: string): string {
  return quote.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim().slice(0, 160).replace(/[。；]$/, '');
}

/** Whether the person decided anything before this moment. Only its absence is told: what a later act covers is for the rules to judge. */
function actedBefore(report: SiteReport, at: number): boolean {
  return report.acts.some((act) => act.at <= at);
}

function areaOf(area: string): string {
  return ['cookie', 'local', 'session', 'indexeddb'].includes(area) ? area : 'other';
}

/** Kinds of data in a request with their form, each once; never a value, not even masked. */
export function describeKinds(items: readonly DataItem[], lang: Lang): string {
  const named = items.map((item) => {
    const kind = translate(lang, `report.kind.${item.kind}`);
    return item.form === 'hashed' ? translate(lang, 'complaint.fact.hashed', { kind }) : kind;
  });
  return [...new Set(named)].join(translate(lang, 'report.comma'));
}
