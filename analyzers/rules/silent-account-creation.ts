/** An account is made from a phone number and the person never agreed to one. */
import type { Exchange, PageSurface, Visit } from '../artifacts';
import { elementEvidence, isOnSite, ownSurfaces, sawTooLittle } from '../page/judging';
import type { Evidence } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';

export const silentAccountCreation: Rule = {
  id: 'silent-account-creation',
  category: 'no-consent',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '13' }, { instrument: 'PIPL', article: '14' }],
  judge,
};

function judge({ visit }: RuleContext): Verdict {
  const surfaces = ownSurfaces(visit);
  const gates = (kind: 'account-made' | 'account-to-come') => surfaces.flatMap((surface) => (surface.gates ?? []).filter((gate) => gate.kind === kind && gate.visible).map((gate) => ({ surface, gate })));
  const made = gates('account-made');
  const announced = gates('account-to-come');
  if (made.length === 0 && announced.length === 0) {
    const [session, ...further] = asksForAccount(surfaces) || hasAgreed(visit) ? [] : loginEvidence(visit);
    if (session) return { outcome: 'review', say: 'session-only', evidence: [session, ...further] };
    return sawTooLittle(visit, surfaces) ? { outcome: 'error', say: 'unread' } : { outcome: 'not-applicable' };
  }

  const agreed = hasAgreed(visit) || announced.some(({ surface, gate }) => hasBoxFor(surface, gate.text));
  const shown = [...made, ...announced].map(({ surface, gate }) => elementEvidence(surface, gate));
  // Whoever presses 注册 asks for an account.
  if (agreed || surfaces.some(isRegistration)) return { outcome: 'pass' };
  const [first, ...rest] = made.map(({ surface, gate }) => elementEvidence(surface, gate));
  if (first) return { outcome: 'violation', evidence: [first, ...rest, ...loginEvidence(visit)], facts: { text: made[0]!.gate.text } };
  const [login, ...more] = loginEvidence(visit);
  // The page says that a number it does not know becomes an account, and a session began once the number was sent.
  if (login) return { outcome: 'violation', say: 'violation-session', evidence: [shown[0]!, login, ...more], facts: { text: announced[0]!.gate.text } };
  return { outcome: 'review', evidence: shown, facts: { text: announced[0]!.gate.text } };
}

function hasAgreed(visit: Visit): boolean {
  return visit.acts.some((act) => (act.kind === 'accept' || act.kind === 'tick-and-submit') && act.topics.some((topic) => topic === 'policy' || topic === 'agreement' || topic === 'other'));
}

/** A way to log in or register, or a box to agree with: what follows a phone number sent there was asked for. */
function asksForAccount(surfaces: readonly PageSurface[]): boolean {
  return surfaces.some((surface) => surface.signedIn === true || surface.tickBoxes.some((box) => box.visible) || surface.forms.some((form) => form.visible
    && (form.purpose === 'login' || form.purpose === 'registration' || form.controls.some((control) => control.role === 'accept' || /登[录陆入]|注册|\b(?:log ?in|sign ?(?:in|up)|register)\b/i.test(control.text)))));
}

/** The announcement stands in a line with a box, or a box for the agreement stands on the same page. */
function hasBoxFor(surface: PageSurface, text: string): boolean {
  return surface.tickBoxes.some((box) => box.visible && (box.label.includes(text) || box.topics.includes('agreement') || box.topics.includes('policy')));
}

function isRegistration(surface: PageSurface): boolean {
  return surface.forms.some((form) => form.visible && form.controls.some((control) => /^(?:立即|免费|快速|同意并)?(?:注册|创建账号|开通账号|register|sign ?up|create)/i.test(control.text) && control.role !== 'other'));
}

const SESSION_NAME = /sess|token|^sid$|uid|user|login|auth|passport/i;

/** The first answer of the site's own that set a session after a phone number was sent to it. */
function loginEvidence(visit: Visit): Evidence[] {
  const own = (exchange: Exchange) => isOnSite(exchange.url, visit.site);
  const sent = visit.exchanges.find((exchange) => own(exchange) && exchange.method !== 'GET' && exchange.items.some((item) => item.kind === 'phone'));
  if (!sent) return [];
  const opened = visit.exchanges.find((exchange) => own(exchange) && exchange.at >= sent.at && exchange.setCookies.some((cookie) => SESSION_NAME.test(cookie.name) && cookie.lifetimeHours !== 0));
  if (!opened) return [];
  return [{ kind: 'request', requestId: opened.id, url: opened.url, at: opened.at, recipient: opened.host, items: sent.items.filter((item) => item.kind === 'phone') }];
}
