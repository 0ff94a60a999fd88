/** Registering, or leaving a phone number, is the condition of a one-off or information service. */
import type { FormSurface, Gate, PageSurface, ServiceGuess } from '../artifacts';
import type { ServiceType } from '../data/necessary-information';
import { serviceType } from '../data/necessary-information';
import { elementEvidence, ownSurfaces, sawTooLittle } from '../page/judging';
import { functionOf } from '../page/service';
import type { Evidence } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';

export const forcedMembership: Rule = {
  id: 'forced-membership',
  category: 'not-necessary',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '16' }, { instrument: 'NECESSARY', article: '4' }],
  judge,
};

/** A gate in words, or a form without whose phone number the service does not begin. */
interface Sight {
  surface: PageSurface;
  text: string;
  selector: string;
  wayRound?: string;
  guess?: ServiceGuess;
  type?: ServiceType;
}

function judge({ visit }: RuleContext): Verdict {
  const surfaces = ownSurfaces(visit);
  const sights = surfaces.flatMap((surface) => [...gatesOf(surface), ...formsOf(surface)]).filter(({ type }) => !type?.needs.includes('phone') || type.id === 'membership');
  const locked = sights.filter(({ wayRound }) => wayRound === undefined);
  const sure = locked.filter(({ guess, type }) => type?.noAccount === true && guess?.certainty !== 'guessed');
  const [first, ...rest] = sure.map(evidenceOf);
  if (first) return { outcome: 'violation', evidence: [first, ...rest], facts: { service: sure[0]!.type!.name, text: sure[0]!.text } };
  const doubtful = sights.filter((sight) => !sure.includes(sight) && (sight.wayRound === undefined || sight.wayRound === 'close') && sight.type?.noAccount !== false);
  if (doubtful.length > 0) return { outcome: 'review', evidence: doubtful.map(evidenceOf), facts: { text: doubtful[0]!.text } };
  if (sights.length > 0) return { outcome: 'pass' };
  return sawTooLittle(visit, surfaces) ? { outcome: 'error', say: 'unread' } : { outcome: 'not-applicable' };
}

function gatesOf(surface: PageSurface): Sight[] {
  return (surface.gates ?? []).filter((gate) => gate.kind === 'membership' && gate.visible).map((gate: Gate) => sight(surface, gate.text, gate.selector, gate.wayRound, surface.service));
}

/**
 * A required phone number in a form whose own button begins a service that needs none: 开始点餐 under 手机号*. What the page
 * is for is not enough: a club's form on a restaurant's page is a choice.
 */
function formsOf(surface: PageSurface): Sight[] {
  return surface.forms
    .filter((form) => form.visible && form.service !== undefined && beginsService(form))
    .flatMap((form) => {
      const phone = form.fields.find((field) => field.kind === 'phone' && field.visible && field.required && field.purposeText === undefined);
      const way = surface.gates?.find((gate) => gate.wayRound !== undefined)?.wayRound ?? form.controls.find((control) => WAY_ROUND.test(control.text))?.text;
      return phone ? [sight(surface, phone.label, phone.selector, way, functionOf(surface, form))] : [];
    });
}

const BEGINS = /点餐|点单|下单|点菜|查[词询看]|翻译|阅读|观看|缴费|开门|开始|进入|继续|下载|播放|领取|领红包|抽奖|look up|continue|start/i;
const WAY_ROUND = /跳过|暂不|游客|直接|先逛|稍后|skip|guest/i;

function beginsService(form: FormSurface): boolean {
  return form.controls.some((control) => control.text.length <= 16 && BEGINS.test(control.text) && !/^(?:登录|注册)/.test(control.text));
}

function sight(surface: PageSurface, text: string, selector: string, wayRound: string | undefined, guess: ServiceGuess | undefined): Sight {
  const type = guess && serviceType(guess.service);
  return { surface, text, selector, ...(wayRound ? { wayRound } : {}), ...(guess ? { guess } : {}), ...(type ? { type } : {}) };
}

function evidenceOf({ surface, text, selector }: Sight): Evidence {
  return elementEvidence(surface, { selector, text });
}
