/**
 * A complaint draft for the Cyber Security Association of China from a report. It is a private person's observation:
 * every sentence is suspicion, every fact names its proof, and nothing of the person who complains is in it.
 */
import type { EpochMs, Lang } from '../artifacts';
import { categoryName, bySeverity, complaintCategories } from '../data/categories';
import { articleOf, citation, inCitationOrder, instrumentOf } from '../data/statutes';
import type { Basis, CategoryCode, Finding, SiteReport } from '../report';
import { translate } from '../../locales/views';
import { factsOf } from './facts';
import { beijingTime, firstPerson, oneLine, plainAddress } from './plain';

/** Longest article quoted in full, in characters; longer ones are cited by number, because cut statutes mislead. */
const LONGEST_QUOTATION = 260;

export interface DraftOptions {
  /** Rules of the findings to complain about; default: every suspected violation. Others are never taken up by themselves. */
  findings?: readonly string[];
  /** `en` adds an English reading aid; the complaint itself is always Chinese. */
  lang?: Lang;
  /** Day of the draft. */
  now: EpochMs;
}

export interface ComplaintDraft {
  subject: string;
  /** The whole complaint in Chinese. */
  text: string;
  /** The same in English, to understand what one sends; only with `lang: 'en'`. */
  gloss?: string;
  /** Problem categories for the form, gravest first. */
  categories: CategoryCode[];
  /** The official phrases of `categories`. */
  categoryNames: string[];
  /** The target as label and value, in the order of the form. */
  target: { label: string; value: string }[];
  /** One numbered line a fact. */
  facts: string[];
  /** Citations with quotation where the wording is verified; yardsticks are not among them. */
  laws: string[];
  /** Citations that only serve as a yardstick (认定方法 and the like). */
  yardsticks: string[];
  requests: string[];
  attachments: string[];
}

type Parts = Omit<ComplaintDraft, 'text' | 'gloss' | 'categories'>;

/** Drafts the complaint; with nothing to complain of, `facts` is empty and so is `text`. */
export function draftComplaint(report: SiteReport, options: DraftOptions): ComplaintDraft {
  const findings = chosen(report, options.findings);
  const categories = complaintCategories(findings);
  const parts = partsOf(report, findings, categories, 'zh-CN');
  const draft: ComplaintDraft = { ...parts, categories, text: findings.length > 0 ? compose(parts, options.now, 'zh-CN') : '' };
  if (options.lang === 'en' && findings.length > 0) draft.gloss = compose(partsOf(report, findings, categories, 'en'), options.now, 'en');
  return draft;
}

/** What can be complained of: suspected violations, and doubtful findings only where a person has chosen them. */
function chosen(report: SiteReport, rules: readonly string[] | undefined): Finding[] {
  const eligible = report.findings.filter(
    (finding) => finding.evidence.length > 0 && (finding.outcome === 'violation' || (finding.outcome === 'review' && rules !== undefined)),
  );
  return eligible.filter((finding) => rules === undefined || rules.includes(finding.rule)).sort(bySeverity);
}

function partsOf(report: SiteReport, findings: Finding[], categories: CategoryCode[], lang: Lang): Parts {
  const tell = (key: string, params: Record<string, string | number> = {}): string => translate(lang, `complaint.${key}`, params);
  const categoryNames = categories.map((code) => categoryName(code)[lang]);
  const site = oneLine(report.site, 80);
  const bases = inCitationOrder(findings.flatMap((finding) => finding.basis));
  const ranked = (yardstick: boolean): Basis[] => bases.filter((basis) => (instrumentOf(basis.instrument).rank === 'yardstick') === yardstick);
  return {
    subject: tell(categoryNames.length > 1 ? 'subject.several' : 'subject.one', { site, category: categoryNames[0] ?? '' }),
    categoryNames,
    target: targetOf(report, lang),
    facts: numberedFacts(findings, report, lang),
    laws: ranked(false).map((basis) => law(basis, findings, lang)),
    yardsticks: ranked(true).map((basis) => law(basis, findings, lang)),
    requests: [
      tell('request.stop'),
      ...categories.filter((code) => code !== 'incidental').map((code) => tell(`request.${code}`)),
      tell('request.answer'),
    ],
    attachments: attachmentsOf(findings, lang),
  };
}

/** Each finding's sentence with its facts below. Facts already told (the same policy, silent on the next point too) are only referred to. */
function numberedFacts(findings: Finding[], report: SiteReport, lang: Lang): string[] {
  const told = new Map<string, string>();
  return findings.flatMap((finding, index) => {
    const summary = firstPerson(oneLine(finding.summary[lang], 400));
    const facts = factsOf(finding, report, lang);
    const earlier = facts.length === 1 ? told.get(facts[0]!) : undefined;
    if (earlier) return [`${index + 1}. ${translate(lang, 'complaint.fact.same', { summary, number: earlier })}`];
    const lines = facts.map((fact, part) => {
      const number = `${index + 1}.${part + 1}`;
      if (!told.has(fact)) told.set(fact, number);
      return `${number} ${fact}`;
    });
    return [`${index + 1}. ${summary}`, ...lines];
  });
}

function targetOf(report: SiteReport, lang: Lang): ComplaintDraft['target'] {
  const tell = (key: string): string => translate(lang, `complaint.target.${key}`);
  const value = (text: string, max: number): string => oneLine(text, max) || tell('unknown');
  const policy = report.policy;
  const date = 'facts' in policy && policy.facts.date ? translate(lang, 'complaint.target.dated', { date: oneLine(policy.facts.date, 20) }) : '';
  return [
    { label: tell('site'), value: translate(lang, 'complaint.target.named', { site: oneLine(report.site, 80), url: plainAddress(report.url) || tell('unknown') }) },
    { label: tell('operator'), value: value(report.operator.name, 80) },
    { label: tell('icp'), value: value(report.operator.icp, 60) },
    { label: tell('police'), value: value(report.operator.police, 60) },
    { label: tell('policy'), value: (policy.url && plainAddress(policy.url) ? plainAddress(policy.url) : tell('unknown')) + date },
    { label: tell('visited'), value: translate(lang, 'complaint.time', { time: beijingTime(Date.parse(report.startedAt)) }) },
  ];
}

/** A citation with the numbers of the facts it belongs to, and the verified wording where it is short enough. */
function law(basis: Basis, findings: Finding[], lang: Lang): string {
  const facts = findings.flatMap((finding, index) =>
    finding.basis.some(({ instrument, article }) => instrument === basis.instrument && article === basis.article) ? [index + 1] : [],
  );
  const name = translate(lang, 'complaint.law.for', { name: citation(basis, lang), facts: facts.join(translate(lang, 'report.comma')) });
  const text = articleOf(basis)?.text;
  if (!text || text.length > LONGEST_QUOTATION || lang !== 'zh-CN') return name;
  return translate(lang, 'complaint.law.quoted', { name, text: text.replace(/\n/g, '').replace(/；$/, '') });
}

/** Only what the chosen evidence needs; the names are those of the evidence pack. */
function attachmentsOf(findings: Finding[], lang: Lang): string[] {
  const kinds = new Set(findings.flatMap((finding) => finding.evidence.map((evidence) => evidence.kind)));
  const wanted: string[] = ['report'];
  if (kinds.has('request')) wanted.push('traffic');
  if (kinds.has('policy-text')) wanted.push('policy');
  if (kinds.has('screenshot') || kinds.has('page-element')) wanted.push('screenshots');
  return [...wanted, 'sums'].map((name) => translate(lang, `complaint.attachment.${name}`));
}

function compose(parts: Parts, now: EpochMs, lang: Lang): string {
  const tell = (key: string, params: Record<string, string | number> = {}): string => translate(lang, `complaint.${key}`, params);
  const numbered = (lines: string[]): string[] => lines.map((line, index) => `${index + 1}. ${line}`);
  const yardsticks = parts.yardsticks.length > 0 ? [tell('law.yardstick'), ...numbered(parts.yardsticks)] : [];
  const sections: [string, string[]][] = [
    ['target', parts.target.map(({ label, value }) => tell('target.line', { label, value }))],
    ['category', numbered(parts.categoryNames)],
    ['facts', [tell('facts.intro'), ...parts.facts]],
    ['law', [...numbered(parts.laws), ...yardsticks]],
    ['request', numbered(parts.requests)],
    ['attachments', numbered(parts.attachments)],
    ['statement', [tell('statement.truth'), tell('statement.suspicion'), tell('statement.contact'), tell('statement.date', { date: beijingTime(now).slice(0, 10) })]],
  ];
  const body = sections.map(([name, lines], index) => [tell('section', { number: tell(`ordinal.${index + 1}`), title: tell(`heading.${name}`) }), ...lines].join('\n'));
  return [parts.subject, ...body].join('\n\n') + '\n';
}
