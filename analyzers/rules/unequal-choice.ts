/** Refusing is possible, but further away, much smaller or much paler than agreeing. Always for a person to weigh. */
import type { Control, PageSurface } from '../artifacts';
import { say } from '../../locales';
import { areaOf, choiceOf } from '../page/choice';
import { elementEvidence, ownSurfaces, sawTooLittle } from '../page/judging';
import type { Evidence } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';

export const unequalChoice: Rule = {
  id: 'unequal-choice',
  category: 'no-consent',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '14' }, { instrument: 'NDSR', article: '22' }, { instrument: 'CRITERIA', article: '三-7' }],
  judge,
};

/** Measures of the rule catalogue: an area more than twice as large; a contrast below 3:1 against one of at least 4.5:1. */
const MAX_AREA_RATIO = 2;
const PALE = 3;
const CLEAR = 4.5;

interface Fault {
  say: 'deeper' | 'smaller' | 'paler';
  facts: Record<string, string | number>;
  evidence: Evidence[];
}

function judge({ visit }: RuleContext): Verdict {
  const pages = ownSurfaces(visit);
  let equal = 0;
  const faults: Fault[] = [];
  for (const page of pages) {
    for (const surface of page.consentSurfaces) {
      const choice = choiceOf(surface, page);
      if (!choice || (choice.refuse.length === 0 && choice.deeper.length === 0)) continue;
      const fault = choice.refuse.length === 0 ? deeperFault(page, choice.agree[0]!, choice.deeper[0]!) : looksFault(page, choice.agree, choice.refuse);
      if (fault) faults.push(fault);
      else equal++;
    }
  }
  const [first] = faults;
  if (first) return { outcome: 'review', say: first.say, evidence: faults.flatMap((fault) => fault.evidence), facts: first.facts };
  if (equal > 0) return { outcome: 'pass' };
  return sawTooLittle(visit, pages) ? { outcome: 'error', say: 'unread' } : { outcome: 'not-applicable' };
}

function deeperFault(page: PageSurface, agree: Control, deeper: { selector: string; text: string }): Fault {
  return { say: 'deeper', facts: { agree: agree.text }, evidence: [elementEvidence(page, agree), elementEvidence(page, deeper)] };
}

/** The largest and clearest of each kind are compared: what else stands there takes nothing away. */
function looksFault(page: PageSurface, agree: Control[], refuse: Control[]): Fault | undefined {
  const [yes, no] = [largest(agree), largest(refuse)];
  const [yesArea, noArea] = [areaOf(yes), areaOf(no)];
  const evidence = (note: (control: Control) => string) => [yes, no].map((control) => elementEvidence(page, control, say('rules.unequal-choice.evidence', { measure: note(control) })));
  if (yesArea !== undefined && noArea !== undefined && yesArea > noArea * MAX_AREA_RATIO) {
    const size = (control: Control) => `${control.width}×${control.height} px`;
    return { say: 'smaller', facts: { agree: yes.text, refuse: no.text, agreeSize: size(yes), refuseSize: size(no) }, evidence: evidence(size) };
  }
  const [yesContrast, noContrast] = [contrast(agree), contrast(refuse)];
  if (yesContrast !== undefined && noContrast !== undefined && noContrast < PALE && yesContrast >= CLEAR) {
    const ratio = (control: Control) => `${(control.looks?.contrast ?? 1).toFixed(1)}:1`;
    return { say: 'paler', facts: { agree: yes.text, refuse: no.text, agreeContrast: `${yesContrast.toFixed(1)}:1`, refuseContrast: `${noContrast.toFixed(1)}:1` }, evidence: evidence(ratio) };
  }
  return undefined;
}

function largest(controls: Control[]): Control {
  return controls.reduce((best, control) => ((areaOf(control) ?? 0) > (areaOf(best) ?? 0) ? control : best));
}

/** Best contrast among some controls; undefined where one of them could not be measured. */
function contrast(controls: Control[]): number | undefined {
  const measured = controls.map((control) => control.looks?.contrast);
  return measured.some((value) => value === undefined) ? undefined : Math.max(...(measured as number[]));
}
