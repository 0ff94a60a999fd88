/** Evidence told as facts: when, where, what was done, what was seen, and where the proof lies. One fact a line. */
import type { DataItem, Lang } from '../artifacts';
import type { Evidence, Finding, SiteReport, Stage } from '../report';
import { translate } from '../../locales/views';
import { Redactor } from './personal';
import { beijingTime, documentAddress, oneLine, plainAddress, plainLine, quoteEnd } from './plain';

/** Facts told for one finding; what goes beyond is counted and left to the attachments. */
const FACTS_PER_FINDING = 5;

/** A page seen again within this time is the same sight: it is no second time. */
const ANOTHER_TIME_MS = 3_000;

/** Stage of each request by its id, from the report's flows. */
export function stagesOf(report: SiteReport): ReadonlyMap<string, Stage> {
  return new Map(report.flows.flatMap((flow) => flow.requests.map((id) => [id, flow.stage] as const)));
}

/** The facts of one finding in one language, without repeats. Requests to one recipient that say the same are one fact with a count. */
export function factsOf(finding: Finding, report: SiteReport, lang: Lang, redactor = new Redactor(), most = FACTS_PER_FINDING): string[] {
  const stages = stagesOf(report);
  const groups = new Map<string, { first: Evidence; count: number; at: number }>();
  for (const evidence of finding.evidence) {
    const key = sameness(evidence, stages);
    const at = 'at' in evidence ? evidence.at : 0;
    const group = groups.get(key);
    if (!group) groups.set(key, { first: evidence, count: 1, at });
    else if (evidence.kind !== 'page-element' || at - group.at >= ANOTHER_TIME_MS) Object.assign(group, { count: group.count + 1, at });
  }
  const told = [...groups.values()].slice(0, most).map(({ first, count }) => factOf(first, count, report, stages, lang, redactor));
  const left = groups.size - told.length;
  return left > 0 ? [...told, translate(lang, 'complaint.fact.more', { count: left })] : told;
}

function sameness(evidence: Evidence, stages: ReadonlyMap<string, Stage>): string {
  // The same words on the same page at another moment are the same fact once more.
  if (evidence.kind === 'page-element') return JSON.stringify([evidence.url, evidence.text, evidence.note]);
  if (evidence.kind !== 'request') return JSON.stringify(evidence);
  return JSON.stringify([evidence.recipient, stages.get(evidence.requestId), describeKinds(evidence.items, 'zh-CN')]);
}

function factOf(evidence: Evidence, count: number, report: SiteReport, stages: ReadonlyMap<string, Stage>, lang: Lang, redactor: Redactor): string {
  const tell = (key: string, params: Record<string, string | number> = {}): string => translate(lang, `complaint.fact.${key}`, params);
  const note = 'note' in evidence && evidence.note ? tell('note', { note: oneLine(evidence.note[lang], 200, redactor).replace(/[。.]$/, '') }) : '';
  switch (evidence.kind) {
    case 'request': {
      const page = plainAddress(evidence.pageUrl ?? '', 120);
      const stage = stages.get(evidence.requestId) ?? (actedBefore(report, evidence.at) ? undefined : 'before-choice');
      return (
        tell('request', {
          time: beijingTime(evidence.at),
          page: page === '' ? tell('page-unnamed') : tell('page', { url: page }),
          recipient: plainLine(evidence.recipient, 80),
          url: plainAddress(evidence.url, 120),
        }) +
        (evidence.items.length > 0 ? tell('items', { items: spaced(describeKinds(evidence.items, lang), lang) }) : '') +
        (stage ? tell(`stage.${stage}`) : '') +
        (count > 1 ? tell('repeated', { count }) : '') +
        note +
        tell('proof.request', { id: plainLine(evidence.requestId, 60) })
      );
    }
    case 'storage':
      return (
        tell('storage', { time: beijingTime(evidence.at), area: tell(`area.${areaOf(evidence.area)}`), key: plainLine(evidence.key, 60) }) +
        (evidence.lifetimeHours === null || evidence.lifetimeHours < 24 ? '' : tell('lifetime', { days: Math.round(evidence.lifetimeHours / 24) })) +
        (evidence.scriptHost ? tell('script', { host: plainLine(evidence.scriptHost, 80) }) : '') +
        (actedBefore(report, evidence.at) ? '' : tell('stage.before-choice')) +
        tell('proof.findings')
      );
    case 'policy-text': {
      const url = documentAddress(evidence.url);
      const fact = evidence.quote ? tell('policy-quote', { url, quote: quoteLine(evidence.quote) }) : tell('policy-silent', { url });
      return fact + note + tell('proof.policy', { digest: evidence.sha256.slice(0, 16) });
    }
    case 'page-element':
      return (
        tell(evidence.text.trim() ? 'element-text' : 'element', {
          time: beijingTime(evidence.at),
          url: plainAddress(evidence.url),
          text: quoteEnd(oneLine(evidence.text, 120, redactor)),
          selector: plainLine(evidence.selector, 80),
        }) +
        note +
        (count > 1 ? tell('repeated-element', { count }) : '') +
        tell('proof.findings')
      );
    case 'record':
      return evidence.note[lang] + (evidence.proof ? tell('record-proof', { proof: oneLine(evidence.proof, 80, redactor) }) : '');
    case 'screenshot':
      return tell('screenshot', { time: beijingTime(evidence.at), file: plainLine(evidence.file, 80), digest: evidence.sha256.slice(0, 16) });
  }
}

/** The first piece of evidence in a few words, for a text that must be short. Empty where there is none. */
export function shortFact(finding: Finding, lang: Lang, redactor: Redactor): string {
  const tell = (key: string, params: Record<string, string | number> = {}): string => translate(lang, `complaint.fact.short.${key}`, params);
  const [evidence] = finding.evidence;
  const count = finding.evidence.length > 1 ? tell('count', { count: finding.evidence.length }) : '';
  switch (evidence?.kind) {
    case undefined:
      return '';
    case 'request':
      return tell('request', { time: beijingTime(evidence.at), recipient: plainLine(evidence.recipient, 40), id: plainLine(evidence.requestId, 40), count });
    case 'storage':
      return tell('storage', { time: beijingTime(evidence.at), key: plainLine(evidence.key, 40), count });
    case 'policy-text':
      return evidence.quote ? tell('policy-quote', { quote: quoteLine(evidence.quote).slice(0, 50), count }) : tell('policy-silent');
    case 'page-element': {
      const text = oneLine(evidence.text, 40, redactor);
      return text ? tell('element-text', { time: beijingTime(evidence.at), text, count }) : tell('element', { time: beijingTime(evidence.at), count });
    }
    case 'record':
      return '';
    case 'screenshot':
      return tell('screenshot', { time: beijingTime(evidence.at), file: plainLine(evidence.file, 60) });
  }
}

/** A policy's words stay as they are (a contact in it is evidence), but on one line. */
function quoteLine(quote: string): string {
  return quoteEnd(quote.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim().slice(0, 160));
}

/** Whether the person decided anything before this moment. Only its absence is told: what a later act covers is for the rules to judge. */
function actedBefore(report: SiteReport, at: number): boolean {
  return report.acts.some((act) => act.at <= at);
}

/** Latin letters after Chinese ones, set off by a space. */
function spaced(text: string, lang: Lang): string {
  return lang === 'zh-CN' && /^[A-Za-z]/.test(text) ? ` ${text}` : text;
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
