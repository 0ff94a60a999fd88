/**
 * Letters to the operator: the rights of PIPL 44 to 50, face and children's data, and the notice before a complaint. Filled
 * from what the site says of itself; what only the person knows stays open for them to fill in.
 */
import type { EpochMs, Lang, RightsRequest } from '../artifacts';
import { citation } from '../data/statutes';
import type { Basis, ContactFact, ContactUse, SiteReport } from '../report';
import { translate } from '../../locales/action';
import { draftComplaint } from './draft';
import { promiseOf } from './due-day';
import { quoted } from './laws';
import { beijingTime, documentAddress, plainAddress, plainLine, quoteEnd } from './plain';

export type LetterKind = 'access' | 'copy' | 'correction' | 'deletion' | 'cancellation' | 'withdrawal' | 'transfer' | 'explanation' | 'face' | 'children' | 'notice';

interface LetterForm {
  /** What the case diary keeps it as. */
  request: RightsRequest['kind'];
  basis: Basis[];
  /** Requests listed under `letters.ask.<kind>`. */
  asks: number;
  /** What the contact should be for, best first. */
  uses: ContactUse[];
}

const ANSWER: Basis = { instrument: 'PIPL', article: '50' };
const HELP: Basis = { instrument: 'NDSR', article: '23' };

const FORMS: Record<LetterKind, LetterForm> = {
  access: { request: 'access', basis: [{ instrument: 'PIPL', article: '44' }, { instrument: 'PIPL', article: '45' }, ANSWER, HELP], asks: 3, uses: ['access'] },
  copy: { request: 'copy', basis: [{ instrument: 'PIPL', article: '45' }, ANSWER, HELP], asks: 1, uses: ['access'] },
  correction: { request: 'correction', basis: [{ instrument: 'PIPL', article: '46' }, ANSWER, { instrument: 'CSL', article: '45' }, HELP], asks: 2, uses: ['correction'] },
  deletion: { request: 'deletion', basis: [{ instrument: 'PIPL', article: '47' }, ANSWER, { instrument: 'CSL', article: '45' }, HELP], asks: 3, uses: ['deletion'] },
  cancellation: { request: 'cancellation', basis: [ANSWER, HELP, { instrument: 'NDSR', article: '24' }], asks: 2, uses: ['account-closing', 'deletion'] },
  withdrawal: { request: 'withdrawal', basis: [{ instrument: 'PIPL', article: '15' }, { instrument: 'PIPL', article: '16' }, { instrument: 'PIPL', article: '47' }, ANSWER, HELP], asks: 3, uses: ['withdrawal'] },
  transfer: { request: 'transfer', basis: [{ instrument: 'PIPL', article: '45' }, ANSWER, { instrument: 'NDSR', article: '25' }], asks: 2, uses: ['access'] },
  explanation: { request: 'explanation', basis: [{ instrument: 'PIPL', article: '48' }, ANSWER], asks: 1, uses: ['questions'] },
  face: { request: 'withdrawal', basis: [{ instrument: 'PIPL', article: '15' }, { instrument: 'PIPL', article: '47' }, ANSWER, { instrument: 'FACE', article: '6' }, { instrument: 'FACE', article: '10' }], asks: 2, uses: ['withdrawal', 'deletion'] },
  children: { request: 'deletion', basis: [{ instrument: 'PIPL', article: '31' }, { instrument: 'PIPL', article: '47' }, { instrument: 'MINORS', article: '34' }, { instrument: 'CHILDREN', article: '19' }, { instrument: 'CHILDREN', article: '20' }], asks: 3, uses: ['minors', 'deletion'] },
  notice: { request: 'complaint', basis: [ANSWER, { instrument: 'CSL', article: '51' }, { instrument: 'NDSR', article: '20' }], asks: 0, uses: ['complaints', 'questions'] },
};

export const LETTER_KINDS = Object.keys(FORMS) as LetterKind[];

export interface LetterOptions {
  kind: LetterKind;
  now: EpochMs;
  /** `en` adds an English reading aid; the letter itself is always Chinese. */
  lang?: Lang;
  /** For the notice: rules of the findings to name; default: every suspected violation. */
  findings?: readonly string[];
}

export interface Letter {
  kind: LetterKind;
  request: RightsRequest['kind'];
  subject: string;
  text: string;
  gloss?: string;
  /** Ways to reach the operator, the fittest first, as its own policy names them. */
  contacts: ContactFact[];
  /** The time the operator promises itself. */
  promised?: RightsRequest['promised'];
}

/** A letter to a site's operator. The notice is empty where nothing is suspected. */
export function draftLetter(report: SiteReport, options: LetterOptions): Letter {
  const form = FORMS[options.kind];
  const promise = promiseOf(report.policy);
  const text = compose(report, options, 'zh-CN');
  return {
    kind: options.kind,
    request: form.request,
    subject: translate('zh-CN', `letters.kind.${options.kind}.subject`),
    text,
    ...(options.lang === 'en' && text !== '' ? { gloss: compose(report, options, 'en') } : {}),
    contacts: contactsFor(report, form.uses),
    ...(promise ? { promised: promise.promised } : {}),
  };
}

function compose(report: SiteReport, { kind, now, findings }: LetterOptions, lang: Lang): string {
  const tell = (key: string, params: Record<string, string | number> = {}): string => translate(lang, `letters.${key}`, params);
  const form = FORMS[kind];
  const site = plainLine(report.site, 80);
  const operator = plainLine(report.operator.name, 80) || tell('operator-unknown', { site });
  const url = plainAddress(report.url);
  const policy = (report.policy.url && documentAddress(report.policy.url)) || url;
  const facts = kind === 'notice' ? draftComplaint(report, { now, findings, inLanguage: lang }).facts : [];
  if (kind === 'notice' && facts.length === 0) return '';
  const asks = kind === 'notice' ? [0, 1].map((index) => tell(`notice-ask.${index}`)) : Array.from({ length: form.asks }, (_, index) => tell(`ask.${kind}.${index}`, { policy }));
  const promise = promiseOf(report.policy);
  return [
    tell(`kind.${kind}.subject`),
    '',
    tell(contactsFor(report, form.uses).some(({ officer }) => officer) ? 'to-team' : 'to', { operator }),
    '',
    tell(kind === 'notice' ? 'intro-visitor' : kind === 'children' ? 'intro-guardian' : 'intro', { site, url }),
    ...(facts.length > 0 ? [...facts, tell('kept'), '', tell('notice-intro')] : []),
    ...asks.map((ask, index) => `${index + 1}. ${ask}`),
    '',
    tell('law'),
    ...form.basis.map((basis, index) => `${index + 1}. ${lang === 'zh-CN' ? quoted(citation(basis, lang), basis) : citation(basis, lang)}`),
    '',
    promise ? tell('due-own', { words: clauseWithTime(plainLine(promise.words, 200)) }) : tell('due'),
    tell(kind === 'notice' ? 'notice-next' : kind === 'children' ? 'refusal-minor' : 'refusal'),
    '',
    tell('closing'),
    tell('name'),
    tell('contact'),
    tell('date', { date: beijingTime(now).slice(0, 10) }),
    '',
  ].join('\n');
}

/** A length of time in words: 十五个工作日, 7 天, 15 working days. */
const TIME = /(?:\d|[一二两三四五六七八九十])\s?个?(?:工作日|自然日|日|天|小时|周|星期|月)|\b(?:working|business|calendar)?\s?(?:days?|hours?|weeks?|months?)\b/;

/** The part of a promise that names the time: the sentence around it may be long. */
function clauseWithTime(words: string): string {
  const clauses = words.split(/[，,；;。]/).map((clause) => clause.trim());
  return clauses.find((clause) => TIME.test(clause)) ?? quoteEnd(words);
}

/** The operator's contacts, those for the matter first, then those of the officer, then by how well they leave a trace. */
function contactsFor(report: SiteReport, uses: readonly ContactUse[]): ContactFact[] {
  const contacts = 'facts' in report.policy ? report.policy.facts.contacts : [];
  const order: ContactFact['kind'][] = ['email', 'form', 'service', 'address', 'phone', 'other'];
  const weight = (contact: ContactFact): number => {
    const fits = uses.findIndex((use) => contact.uses?.includes(use));
    return (fits < 0 ? 10 : fits) * 10 + (contact.officer ? 0 : 5) + order.indexOf(contact.kind) / 2;
  };
  return [...contacts].sort((a, b) => weight(a) - weight(b)).slice(0, 6);
}
