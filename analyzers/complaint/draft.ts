/**
 * A complaint draft from a report, for any of the channels. It is a private person's observation: every sentence is
 * suspicion, every fact names its proof, and nothing of the person who complains is in it.
 */
import type { EpochMs, Lang } from '../artifacts';
import { categoryName, bySeverity, complaintCategories } from '../data/categories';
import { channelOf } from '../data/channels';
import type { ChannelId, FormField, Section } from '../data/channels';
import { serviceType } from '../data/necessary-information';
import type { CategoryCode, Finding, SiteReport } from '../report';
import type { PartId } from '../evidence/parts';
import { hasText, translate } from '../../locales/views';
import { factsOf, shortFact } from './facts';
import { historyLines } from './history';
import type { ContactRecord } from './history';
import { lawLines, lawSentence } from './laws';
import { Redactor } from './personal';
import type { MaskedItem } from './personal';
import { beijingTime, documentAddress, firstPerson, oneLine, plainAddress, plainLine } from './plain';

export interface DraftOptions {
  /** Rules of the findings to complain about; default: every suspected violation. Others are never taken up by themselves. */
  findings?: readonly string[];
  /** `en` adds an English reading aid; the complaint itself is always Chinese. */
  lang?: Lang;
  /** The language of the parts (facts, target, laws); the text itself is always Chinese. */
  inLanguage?: Lang;
  /** Day of the draft. */
  now: EpochMs;
  /** Whose form it is for; default: CSAC. */
  channel?: ChannelId;
  /** Characters the form takes at most. Shortened, a draft keeps facts before law. */
  limit?: number;
  /** What was asked of the operator before, and what came of it. */
  history?: readonly ContactRecord[];
  /** What the page is for, as the person confirmed: id of `data/necessary-information.json`. */
  service?: string;
  /** Parts left out of the evidence pack: no attachment is named that is not there. */
  without?: readonly PartId[];
  /** Ids of masked items that the person wants to stand in full. */
  shown?: ReadonlySet<string>;
}

export interface ComplaintDraft {
  subject: string;
  /** The whole complaint in Chinese. */
  text: string;
  /** The same in English, to understand what one sends; only with `lang: 'en'`. */
  gloss?: string;
  /** Each line of the text beside its English; only with `lang: 'en'`. */
  paragraphs?: { text: string; gloss: string }[];
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
  /** The channel's form, field by field. */
  fields: { id: FormField; value: string }[];
  /** What was masked in the text, shown ones included. */
  masked: MaskedItem[];
  /** Findings told of; fewer than chosen where a limit left no room. */
  told: number;
}

/** Rules that weigh what a page asks against what its function needs: the person confirms the function before complaining. */
export const NEEDS_FUNCTION: ReadonlySet<string> = new Set(['nonessential-required-field', 'forced-membership', 'forced-location']);

/** How much is told. A shortened draft goes down this ladder until it fits. */
interface Extent {
  quotes: boolean;
  /** Facts told for one finding. */
  facts: number;
  /** `brief`: one line a section · `terse`: only what the form does not ask elsewhere. */
  form: 'whole' | 'brief' | 'terse';
  yardsticks: boolean;
  /** Findings told of. */
  findings: number;
}

const WHOLE: Extent = { quotes: true, facts: 5, form: 'whole', yardsticks: true, findings: Number.POSITIVE_INFINITY };

/** Drafts the complaint; with nothing to complain of, `facts` is empty and so is `text`. */
export function draftComplaint(report: SiteReport, options: DraftOptions): ComplaintDraft {
  const findings = chosen(report, options.findings);
  const zh = new Writer(report, findings, options, 'zh-CN');
  const { sections } = channelOf(options.channel ?? 'csac');
  const order: readonly Section[] = sections.length > 0 ? sections : channelOf('csac').sections;
  const extent = findings.length === 0 ? WHOLE : zh.fit(order);
  const lines = findings.length === 0 ? [] : zh.compose(order, extent);
  const parts = (options.inLanguage === 'en' ? new Writer(report, findings, options, 'en') : zh).parts(WHOLE);
  const english = options.lang === 'en' && findings.length > 0 ? new Writer(report, findings, options, 'en').compose(order, extent) : undefined;
  return {
    ...parts,
    text: joined(lines),
    ...(english ? { gloss: joined(english), paragraphs: lines.map((text, index) => ({ text, gloss: english[index] ?? '' })).filter(({ text }) => text !== '') } : {}),
    fields: findings.length === 0 ? [] : zh.fields(channelOf(options.channel ?? 'csac').form),
    masked: zh.masked,
    told: Math.min(extent.findings, findings.length),
  };
}

function joined(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** What can be complained of: suspected violations, and doubtful findings only where a person has chosen them. */
function chosen(report: SiteReport, rules: readonly string[] | undefined): Finding[] {
  const eligible = report.findings.filter(
    (finding) => finding.evidence.length > 0 && (finding.outcome === 'violation' || (finding.outcome === 'review' && rules !== undefined)),
  );
  return eligible.filter((finding) => rules === undefined || rules.includes(finding.rule)).sort(bySeverity);
}

/** Writes the parts of one complaint in one language. */
class Writer {
  private readonly redactor: Redactor;
  private readonly categories: CategoryCode[];
  private readonly categoryNames: string[];

  constructor(private readonly report: SiteReport, private readonly findings: Finding[], private readonly options: DraftOptions, private readonly lang: Lang) {
    this.redactor = new Redactor(options.shown);
    this.categories = complaintCategories(findings);
    this.categoryNames = this.categories.map((code) => categoryName(code)[lang]);
  }

  get masked(): MaskedItem[] {
    return this.redactor.found;
  }

  /** The first extent whose text keeps the limit. */
  fit(order: readonly Section[]): Extent {
    const { limit } = this.options;
    if (limit === undefined) return WHOLE;
    const count = this.findings.length;
    const ladder: Extent[] = [
      WHOLE,
      { ...WHOLE, quotes: false },
      { ...WHOLE, quotes: false, facts: 2 },
      { ...WHOLE, quotes: false, facts: 1 },
      { quotes: false, facts: 1, form: 'brief', yardsticks: true, findings: count },
      { quotes: false, facts: 1, form: 'terse', yardsticks: false, findings: count },
    ];
    for (const extent of ladder) if (joined(this.compose(order, extent)).length <= limit) return extent;
    // The text grows with every finding told: the largest number that fits is found by halving.
    let [most, least] = [1, count];
    while (most < least) {
      const middle = Math.ceil((most + least) / 2);
      if (joined(this.compose(order, { ...ladder.at(-1)!, findings: middle })).length <= limit) most = middle;
      else least = middle - 1;
    }
    return { ...ladder.at(-1)!, findings: most };
  }

  compose(order: readonly Section[], extent: Extent): string[] {
    const parts = this.parts(extent);
    const lines = order.map((section) => [section, this.section(section, parts, extent)] as const).filter(([, content]) => content.length > 0);
    if (extent.form !== 'whole') return [parts.subject, ...lines.flatMap(([, content]) => content)];
    return lines.reduce<string[]>(
      (text, [section, content], index) => [...text, '', this.tell('section', { number: this.tell(`ordinal.${index + 1}`), title: this.tell(`heading.${section}`) }), ...content],
      [parts.subject],
    );
  }

  parts(extent: Extent): Pick<ComplaintDraft, 'subject' | 'categories' | 'categoryNames' | 'target' | 'facts' | 'laws' | 'yardsticks' | 'requests' | 'attachments'> {
    const { categories, categoryNames } = this;
    const site = plainLine(this.report.site, 80);
    const told = this.findings.slice(0, extent.findings);
    return {
      subject: this.tell(categories[0] === 'incidental' ? 'subject.incidental' : categoryNames.length > 1 ? 'subject.several' : 'subject.one', { site, category: categoryNames[0] ?? '' }),
      categories,
      categoryNames,
      target: this.target(),
      facts: extent.form !== 'whole' ? this.briefFacts(told) : this.numberedFacts(told, extent.facts),
      laws: lawLines(told, 'law', this.lang, extent.quotes),
      yardsticks: lawLines(told, 'yardstick', this.lang, extent.quotes),
      requests: this.requests(),
      attachments: this.attachments(),
    };
  }

  private section(section: Section, parts: ReturnType<Writer['parts']>, extent: Extent): string[] {
    const numbered = (lines: string[]): string[] => lines.map((line, index) => `${index + 1}. ${line}`);
    const line = (name: string, values: readonly string[]): string[] => [this.tell(`brief.${name}`, { values: values.join(this.tell('brief.separator')) })];
    const brief = extent.form !== 'whole';
    const terse = extent.form === 'terse';
    const told = this.findings.slice(0, extent.findings);
    switch (section) {
      case 'complainant':
        return brief ? [] : ['name', 'phone', 'address'].map((one) => this.tell(`complainant.${one}`));
      case 'target': {
        if (!brief) return parts.target.map(({ label, value }) => this.tell('target.line', { label, value }));
        const known = parts.target.filter(({ value }) => value !== this.tell('target.unknown')).map(({ value }) => value);
        // Site, operator and filing number identify it; the subject has the site's name.
        return line('target', terse ? [plainAddress(this.report.url, 80), ...[this.report.operator.name, this.report.operator.icp].map((value) => plainLine(value, 40))].filter(Boolean) : known);
      }
      case 'category':
        if (terse) return [];
        return brief ? line('category', parts.categoryNames) : numbered(parts.categoryNames);
      case 'history': {
        const lines = historyLines(this.options.history ?? [], this.lang, this.redactor);
        if (lines.length > 0) return lines;
        return this.options.channel === 'telecom' ? [this.tell('history.to-fill')] : [];
      }
      case 'public':
        return [this.tell('public')];
      case 'facts': {
        const left = this.findings.length - told.length;
        const rest = left > 0 ? [this.tell('brief.left', { count: left })] : [];
        return [brief ? this.tell('brief.facts') : this.tell('facts.intro', { version: plainLine(this.report.tool.version, 20) }), ...this.functionLine(told), ...parts.facts, ...rest];
      }
      case 'law':
        if (brief) {
          const yardsticks = extent.yardsticks ? lawSentence(told, 'yardstick', this.lang) : '';
          return [[lawSentence(told, 'law', this.lang), 'law'], [yardsticks, 'yardstick']].flatMap(([text, name]) => (text ? [this.tell(`brief.${name}`, { values: text })] : []));
        }
        return [...numbered(parts.laws), ...(parts.yardsticks.length > 0 ? [this.tell('law.yardstick'), ...numbered(parts.yardsticks)] : [])];
      case 'request':
        if (terse) return [];
        return brief ? [this.tell('brief.request')] : numbered(parts.requests);
      case 'attachments':
        if (terse) return [];
        return brief ? [this.tell('brief.attachments')] : numbered(parts.attachments);
      case 'statement': {
        const date = this.date();
        if (brief) return [this.tell(terse ? 'brief.statement-terse' : 'brief.statement', { date })];
        return [this.tell('statement.truth'), this.tell('statement.suspicion'), this.tell('statement.contact'), this.tell('statement.date', { date })];
      }
    }
  }

  /** The form's fields. What is described takes as much room as the limit gives. */
  fields(form: readonly FormField[]): ComplaintDraft['fields'] {
    const value = (field: FormField): string => {
      const described = this.fit(['facts', 'law']);
      switch (field) {
        case 'name':
          return [plainLine(this.report.site, 80), plainLine(this.report.operator.name, 80)].filter(Boolean).join('，');
        case 'address':
          return plainAddress(this.report.url);
        case 'category':
          return this.categoryNames.join('；');
        case 'description':
          return this.compose(['facts', 'law'], described).slice(1).join('\n').trim();
        default:
          return this.section(field, this.parts(WHOLE), WHOLE).join('\n');
      }
    };
    return form.map((id) => ({ id, value: value(id) })).filter(({ value }) => value !== '');
  }

  /** What the person said of the page, where a finding rests on it. */
  private functionLine(findings: readonly Finding[]): string[] {
    const type = this.options.service === undefined ? undefined : serviceType(this.options.service);
    if (!type || !findings.some(({ rule }) => NEEDS_FUNCTION.has(rule))) return [];
    return [this.tell('facts.function', { service: type.name[this.lang] })];
  }

  /** Each finding's sentence with its facts below. Facts already told (the same policy, silent on the next point too) are only referred to. */
  private numberedFacts(findings: readonly Finding[], most: number): string[] {
    const told = new Map<string, string>();
    return findings.flatMap((finding, index) => {
      const summary = this.summary(finding);
      if (this.isInHistory(finding)) return [`${index + 1}. ${this.tell('fact.in-history', { summary })}`];
      const facts = factsOf(finding, this.report, this.lang, this.redactor, most);
      const earlier = facts.length === 1 ? told.get(facts[0]!) : undefined;
      if (earlier) return [`${index + 1}. ${this.tell('fact.same', { summary, number: earlier })}`];
      const lines = facts.map((fact, part) => {
        const number = `${index + 1}.${part + 1}`;
        const before = told.get(fact);
        if (before === undefined) told.set(fact, number);
        return `${number} ${before === undefined ? fact : this.tell('fact.as-before', { number: before })}`;
      });
      return [`${index + 1}. ${summary}`, ...lines];
    });
  }

  /** A late answer is told where the draft tells what was asked of the operator. */
  private isInHistory({ evidence }: Finding): boolean {
    const { history = [], channel = 'csac' } = this.options;
    return history.length > 0 && channelOf(channel).sections.includes('history') && evidence.every(({ kind }) => kind === 'record');
  }

  private briefFacts(findings: readonly Finding[]): string[] {
    const told = new Map<string, number>();
    return findings.map((finding, index) => {
      const fact = shortFact(finding, this.lang, this.redactor);
      const before = told.get(fact);
      if (fact !== '' && before === undefined) told.set(fact, index + 1);
      return `${index + 1}. ${this.summary(finding)}${before === undefined ? fact : this.tell('fact.short.same', { number: before })}`;
    });
  }

  private summary(finding: Finding): string {
    return firstPerson(oneLine(finding.summary[this.lang], 400, this.redactor), this.lang);
  }

  private target(): ComplaintDraft['target'] {
    const { report } = this;
    const label = (key: string): string => this.tell(`target.${key}`);
    const value = (text: string, max: number): string => plainLine(text, max) || label('unknown');
    const policy = report.policy;
    const date = 'facts' in policy && policy.facts.date ? this.tell('target.dated', { date: plainLine(policy.facts.date, 20) }) : '';
    const address = documentAddress(policy.url ?? '');
    return [
      { label: label('site'), value: this.tell('target.named', { site: plainLine(report.site, 80), url: plainAddress(report.url) || label('unknown') }) },
      { label: label('operator'), value: value(report.operator.name, 80) },
      { label: label('icp'), value: value(report.operator.icp, 60) },
      { label: label('police'), value: value(report.operator.police, 60) },
      { label: label('policy'), value: address === '' ? label('unknown') : address + date },
      { label: label('visited'), value: this.tell('time', { time: beijingTime(Date.parse(report.startedAt)) }) },
    ];
  }

  private requests(): string[] {
    const { channel } = this.options;
    const isAuthority = channel === '12377' || channel === 'local-cac';
    const hasFace = this.findings.some(({ basis }) => basis.some(({ instrument }) => instrument === 'FACE'));
    return [
      this.tell('request.stop'),
      ...this.categories.flatMap((code) => this.requestsOf(code)),
      this.tell(isAuthority ? (hasFace ? 'request.answer-face' : 'request.answer-65') : 'request.answer'),
    ];
  }

  /** What the findings of a category call for: in words of their own where a rule has them, by the category's for the rest. */
  private requestsOf(code: CategoryCode): string[] {
    const rules = this.findings.filter(({ category }) => category === code).map(({ rule }) => rule);
    const own = [...new Set(rules)].filter((rule) => hasText(`complaint.request.rule.${rule}`));
    const rest = code === 'incidental' || rules.every((rule) => own.includes(rule)) ? [] : [this.tell(`request.${code}`)];
    return [...rest, ...own.map((rule) => this.tell(`request.rule.${rule}`))];
  }

  /** Only what the chosen evidence needs; the names are those of the evidence pack. */
  private attachments(): string[] {
    const kinds = new Set(this.findings.flatMap((finding) => finding.evidence.map((evidence) => evidence.kind)));
    const without = new Set(this.options.without);
    const wanted: [string, PartId | undefined][] = [['report', 'report'], ['findings', 'findings']];
    if (kinds.has('request')) wanted.push(['traffic', 'traffic']);
    if (kinds.has('policy-text')) wanted.push(['policy', 'policy']);
    if (kinds.has('screenshot')) wanted.push(['screenshots', 'screenshots']);
    return [...wanted, ['sums', undefined] as const].filter(([, part]) => part === undefined || !without.has(part)).map(([name]) => this.tell(`attachment.${name}`));
  }

  /** The day of the draft; left to the person where the machine's clock stands before the visit it tells of. */
  private date(): string {
    const { now } = this.options;
    return now < Date.parse(this.report.startedAt) - 86_400_000 ? this.tell('statement.date-to-fill') : beijingTime(now).slice(0, 10);
  }

  private tell(key: string, params: Record<string, string | number> = {}): string {
    return translate(this.lang, `complaint.${key}`, params);
  }
}
