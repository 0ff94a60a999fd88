/** The provisions behind some findings, as a complaint cites them: in the order of rank, quoted only where the wording is verified. */
import type { Lang } from '../artifacts';
import { articleOf, citation, inCitationOrder, instrumentOf } from '../data/statutes';
import type { Basis, Finding } from '../report';
import { translate } from '../../locales/views';

/** Longest article quoted in full, in characters; longer ones are cited by number, because cut statutes mislead. */
const LONGEST_QUOTATION = 260;

/** What a draft rests on (statutes, regulations, departmental rules), or what only serves as a yardstick. */
export type Weight = 'law' | 'yardstick';

/** Provisions of one weight, each once, in the order of citation. */
function provisions(findings: readonly Finding[], weight: Weight): Basis[] {
  const bases = inCitationOrder(findings.flatMap((finding) => finding.basis));
  return bases.filter(({ instrument }) => (instrumentOf(instrument).rank === 'yardstick') === (weight === 'yardstick'));
}

/** One line a provision, with the numbers of the facts it belongs to, and its verified wording where it is short enough. */
export function lawLines(findings: readonly Finding[], weight: Weight, lang: Lang, quotes: boolean): string[] {
  return provisions(findings, weight).map((basis) => {
    const facts = findings.flatMap((finding, index) =>
      finding.basis.some(({ instrument, article }) => instrument === basis.instrument && article === basis.article) ? [index + 1] : [],
    );
    const name = translate(lang, 'complaint.law.for', { name: citation(basis, lang), facts: facts.join(translate(lang, 'report.comma')) });
    return quotes && lang === 'zh-CN' ? quoted(name, basis) : name;
  });
}

/** A citation followed by its verified wording, or alone. */
export function quoted(name: string, basis: Basis): string {
  const text = articleOf(basis)?.text;
  if (!text || text.length > LONGEST_QUOTATION) return name;
  return translate('zh-CN', 'complaint.law.quoted', { name, text: text.replace(/\n/g, '').replace(/；$/, '') });
}

/** All provisions of one weight in one phrase; an instrument is named once: 《个人信息保护法》第十三条、第二十三条. */
export function lawSentence(findings: readonly Finding[], weight: Weight, lang: Lang): string {
  const comma = translate(lang, 'report.comma');
  let instrument = '';
  return provisions(findings, weight)
    .map((basis) => {
      const whole = citation(basis, lang);
      const same = basis.instrument === instrument;
      instrument = basis.instrument;
      if (!same) return whole;
      return lang === 'zh-CN' ? whole.replace(/^《[^》]*》/, '') : whole.replace(/^.*?, (?=Art\.|part |clause )/, '');
    })
    .reduce((text, part, index) => (index === 0 ? part : text + (/^(?:第|Art|part|clause)/.test(part) ? comma : translate(lang, 'complaint.brief.separator')) + part), '');
}
