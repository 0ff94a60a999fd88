/** The policy as the lines of one screen: for each question its short answer, and the passages it rests on. */
import type { Lang } from '../../analyzers/artifacts';
import type { PolicyResult, RetentionFact, RightName, StatedFact, SummaryMatter, TimeSpan } from '../../analyzers/report';
import { translate } from '../../locales/views';

export type LineName =
  | 'collects' | 'purpose' | 'recipients' | 'retention' | 'place' | 'access' | 'correction' | 'deletion' | 'closing' | 'withdrawal' | 'answer' | 'personalised' | 'children' | 'contact'
  | 'permissions' | 'security' | 'changes';

/** Questions by subject; the last group is what few ask first. */
export const LINE_GROUPS: readonly { group: 'data' | 'rights' | 'more'; lines: readonly LineName[] }[] = [
  { group: 'data', lines: ['collects', 'purpose', 'recipients', 'retention', 'place', 'personalised', 'children'] },
  { group: 'rights', lines: ['access', 'correction', 'deletion', 'closing', 'withdrawal', 'answer', 'contact'] },
  { group: 'more', lines: ['permissions', 'security', 'changes'] },
];

export interface Quote {
  text: string;
  start?: number;
  end?: number;
}

export interface PolicyLine {
  name: LineName;
  /** Short answers; the first passage stands for the answer where there is none shorter. */
  values: { text: string; detail?: string; sensitive?: true }[];
  quotes: Quote[];
  /** `partly`: said, but not all that must be; `silent`: the reading found nothing; `absent`: it also decided that nothing is there. */
  state: 'told' | 'partly' | 'silent' | 'absent';
}

/** The duty whose judgement tells whether a question is answered, and the matter of the summary that has its passages. */
const SOURCES: Record<LineName, { duty?: string; matter?: SummaryMatter; right?: RightName }> = {
  collects: { duty: 'data-categories', matter: 'collected' },
  purpose: { duty: 'purposes', matter: 'purposes' },
  recipients: { duty: 'recipients-named', matter: 'recipients' },
  retention: { duty: 'retention-period', matter: 'retention' },
  place: { duty: 'storage-location', matter: 'place' },
  access: { duty: 'right-access-copy', right: 'access' },
  correction: { duty: 'right-correction', right: 'correction' },
  deletion: { duty: 'right-deletion', right: 'deletion' },
  closing: { duty: 'account-cancellation', right: 'account-closing' },
  withdrawal: { duty: 'consent-withdrawal', right: 'withdrawal' },
  answer: { duty: 'response-time' },
  personalised: { duty: 'automated-decision-opt-out', matter: 'personalisation' },
  children: { duty: 'minors-guardian-consent', matter: 'children' },
  contact: { duty: 'complaint-channel', matter: 'contact' },
  permissions: { matter: 'permissions' },
  security: { duty: 'security-measures', matter: 'security' },
  changes: { duty: 'change-notice', matter: 'changes' },
};

/** Quotes shown with one answer. */
const QUOTES = 4;

/** One line; undefined where the question does not arise for this policy. */
export function policyLine(name: LineName, policy: PolicyResult, lang: Lang): PolicyLine | undefined {
  const { duty: id, matter, right } = SOURCES[name];
  const duty = id === undefined ? undefined : policy.duties[id];
  const summary = policy.summary?.find(({ about }) => about === matter);
  const fact = right && policy.facts.rights?.find((one) => one.right === right);
  const { values, stated } = valuesOf(name, policy, lang);
  if (fact?.route) values.push({ text: fact.route });
  const quotes = unique([...stated, ...(fact ? [quoteOf(fact)] : []), ...(duty?.quotes ?? []).map((text) => ({ text })), ...(summary?.passages ?? []).map(quoteOf)]).slice(0, QUOTES);
  if (duty?.label === 'na' && quotes.length === 0 && values.length === 0) return undefined;
  if (!duty && !summary && values.length === 0) return undefined;
  const isTold = quotes.length > 0 || values.length > 0;
  const state = !isTold ? (duty?.label === 'absent' ? 'absent' : 'silent') : duty?.label === 'partial' ? 'partly' : 'told';
  return { name, values, quotes, state };
}

/** The short answers of one line as texts; its first passage where nothing shorter says it. */
export function shortAnswers(name: LineName, policy: PolicyResult, lang: Lang): string[] {
  const { values = [], quotes = [] } = policyLine(name, policy, lang) ?? {};
  return values.length > 0 ? values.map(({ text, detail }) => (detail ? `${detail} ${text}` : text)) : quotes.slice(0, 1).map(({ text }) => text);
}

/** Characters of a passage that stand for an answer; Latin letters need more of them. */
const BRIEF = { 'zh-CN': 44, en: 100 };

/** The beginning of a passage by whole clauses: an answer is never half a sentence. */
export function brief(passage: string): string {
  const most = BRIEF[/[\u4e00-\u9fff]/.test(passage) ? 'zh-CN' : 'en'];
  let told = '';
  for (const clause of passage.split(/(?<=[，。；！？,;!?](?!\d)|\.(?=\s))/)) {
    if (told !== '' && told.length + clause.length > most) break;
    told += clause;
  }
  // A path in quotation marks is a path: 我的—设置—隐私.
  return told.trim().replace(/[，；：、,;:]$/, '').replace(/^[“"「【]([^”"」】]+)[”"」】]$/, '$1');
}

type Values = PolicyLine['values'];

function valuesOf(name: LineName, { facts }: PolicyResult, lang: Lang): { values: Values; stated: Quote[] } {
  const say = (key: string, params = {}): string => translate(lang, `report.policy.${key}`, params);
  const none = { values: [], stated: [] };
  switch (name) {
    case 'collects':
      return { values: facts.dataKinds.map(({ name: text, sensitive }) => ({ text, ...(sensitive ? { sensitive } : {}) })).sort((a, b) => Number(b.sensitive ?? false) - Number(a.sensitive ?? false)), stated: [] };
    case 'purpose':
      return { values: (facts.purposes ?? []).map(({ text }) => ({ text })), stated: (facts.purposes ?? []).map(quoteOf) };
    case 'recipients':
      return { values: facts.recipients.map(({ name: text, purpose }) => ({ text, ...(purpose ? { detail: purpose } : {}) })), stated: [] };
    case 'retention': {
      const periods = facts.retentionPeriods ?? [];
      const told = periods.map((period) => retention(period, lang)).filter(({ text }) => text !== '');
      return { values: told.length > 0 ? distinct(told) : facts.retention.map((text) => ({ text })), stated: periods.map(quoteOf) };
    }
    case 'place': {
      const abroad = facts.abroad?.[0];
      return { values: [...facts.regions.map((text) => ({ text })), ...(abroad ? [{ text: say(`abroad.${abroad.says}`) }] : [])], stated: (facts.abroad ?? []).map(quoteOf) };
    }
    case 'answer': {
      const times = facts.responseTimes ?? [];
      return { values: distinct(times.map(({ within }) => ({ text: say('within', { time: span(within, lang) }) }))), stated: times.map(quoteOf) };
    }
    case 'personalised': {
      const fact = facts.personalisation;
      if (!fact) return none;
      if (fact.says === 'none') return { values: [{ text: say('personal.none') }], stated: [quoteOf(fact)] };
      return { values: [fact.off ? { text: say('personal.off'), detail: fact.off.text } : { text: say('personal.no-switch') }], stated: [quoteOf(fact), ...(fact.off ? [quoteOf(fact.off)] : [])] };
    }
    case 'contact':
      return { values: facts.contacts.slice(0, 8).map(({ value, officer, purpose }) => ({ text: value, ...(officer ? { detail: say('officer') } : purpose ? { detail: purpose } : {}) })), stated: [] };
    default:
      return none;
  }
}

function retention({ length, what, atLeast, until }: RetentionFact, lang: Lang): { text: string; detail?: string } {
  const say = (key: string, params = {}): string => translate(lang, `report.policy.${key}`, params);
  const time = length ? (atLeast ? say('at-least', { time: span(length, lang) }) : span(length, lang)) : '';
  const end = until ? say(`until.${until}`) : '';
  return { text: [time, end].filter(Boolean).join(say('then')), ...(what ? { detail: what } : {}) };
}

/** A length of time in words. */
function span({ amount, unit }: TimeSpan, lang: Lang): string {
  return translate(lang, `report.span.${unit}${amount === 1 ? '-one' : ''}`, { amount });
}

function quoteOf({ text, start, end }: StatedFact): Quote {
  return { text, start, end };
}

/** Passages without repeats and without those that another one holds; the one whose place is known stays. */
function unique(quotes: readonly Quote[]): Quote[] {
  const sorted = [...quotes].filter(({ text }) => text.trim() !== '');
  return sorted.filter(({ text, start }, index) => !sorted.some((other, at) => at !== index && other.text.includes(text) && (other.text.length > text.length || (other.start !== undefined && start === undefined) || ((other.start === undefined) === (start === undefined) && at < index))));
}

function distinct(values: Values): Values {
  return values.filter((value, index) => values.findIndex((other) => other.text === value.text && other.detail === value.detail) === index);
}
