/** What content scripts report. They run beside hostile pages: every message is looked at before it is believed. */
import type { Runtime } from 'webextension-polyfill';
import { LIMITS, type Control, type Jump, type PageSurface } from '@/analyzers/artifacts';
import { ANSWER_NUMBERS } from '@/analyzers/traffic/full-numbers';
import { messagesOf } from '@/entrypoints/observer.content/bridge';
import type { LiveVisit } from './live-visit';
import type { FromPage, SeenAnswer } from './messages';
import type { PolicyDesk } from './policy-desk';
import { siteOf, type VisitBook } from './visit-book';

/** Items of one message that are taken; content scripts send less. */
const MAX_ITEMS = 200;

/** Longest typed value that is matched against traffic; longer text identifies nobody by itself. */
const MAX_TYPED_CHARS = 256;

/** Batches of the hooks in one message. */
const MAX_BATCHES = 400;

/** Records one message; unknown or malformed ones are dropped. */
export async function receiveFromPage(message: FromPage, sender: Runtime.MessageSender, book: VisitBook, desk: PolicyDesk): Promise<void> {
  const tabId = sender.tab?.id;
  if (tabId === undefined) return;
  const isTop = sender.frameId === 0;
  if (message.type === 'hooked') {
    if (!Array.isArray(message.details)) return;
    const messages = message.details.slice(0, MAX_BATCHES).flatMap((detail) => messagesOf(detail, String(message.pageUrl), () => false));
    for (const one of messages) await receiveFromPage(one, sender, book, desk);
    return;
  }
  if (message.type === 'resumed') {
    const site = siteOf(sender.url ?? '');
    if (isTop && site !== undefined && site === siteOf(sender.tab?.url ?? sender.url ?? '')) await resume(tabId, site, sender, book);
    return;
  }
  const live = book.of(tabId) ?? (await takeUp(tabId, sender, book));
  if (!live) return;
  // A page that was left may still report; it is no part of the new site's visit. Frames of others count as the page they stand in.
  if (isTop && siteOf(sender.url ?? '') !== live.visit.site) {
    // It tells where it went, and may be heard only when the tab is there already.
    const before = message.type === 'jump' ? book.before(tabId, siteOf(sender.url ?? '')) : undefined;
    if (before && message.type === 'jump') before.addJump(jumpOf(message.jump));
    return;
  }

  switch (message.type) {
    case 'surface':
      if (!isSurface(message.surface)) return;
      // A log-in frame of the site itself is part of what it asks; of a frame of someone else only the dialog of a consent platform is.
      if (siteOf(sender.url ?? '') !== live.visit.site) {
        const dialog = dialogOf(message.surface);
        if (!dialog) return;
        live.addSurface({ ...dialog, url: withoutQuery(dialog.url) });
        break;
      }
      live.addSurface({ ...message.surface, url: withoutQuery(message.surface.url), isHome: isTop && message.surface.isHome });
      desk.consider(live);
      break;
    case 'act':
      live.addAct({ ...message.act, pageUrl: withoutQuery(message.act.pageUrl) });
      book.tellOthers(live, message.act);
      break;
    case 'press':
      if (isRole(message.press?.role) && Number.isFinite(message.press.at)) live.addPress({ at: message.press.at, role: message.press.role, pageUrl: withoutQuery(message.press.pageUrl) });
      break;
    case 'activity':
      if (Number.isFinite(message.at)) live.addActivity(message.at);
      break;
    case 'answer':
      if (isAnswer(message.answer)) live.addAnswer(message.answer);
      break;
    case 'typed':
      live.addTyped(message.values.slice(0, MAX_ITEMS).filter(({ value }) => typeof value === 'string' && value.length > 0 && value.length <= MAX_TYPED_CHARS));
      break;
    case 'storage':
      live.addStorage(message.writes.slice(0, MAX_ITEMS).map((write) => ({ ...write, pageUrl: withoutQuery(write.pageUrl) })));
      break;
    case 'bodies':
      live.addBodies(message.bodies.slice(0, MAX_ITEMS));
      break;
    case 'probes':
      for (const probe of message.probes.slice(0, MAX_ITEMS)) live.addProbe({ ...probe, pageUrl: withoutQuery(probe.pageUrl) });
      break;
    case 'permission':
      live.addPermission({ ...message.call, pageUrl: withoutQuery(message.call.pageUrl) });
      break;
    case 'jump':
      if (isTop) live.addJump(jumpOf(message.jump));
      break;
    case 'problem':
      live.addProblem(message.problem.kind, message.problem.detail, Math.min(Date.now(), Number(message.problem.at) || Date.now()));
      break;
    default:
      return;
  }
  book.schedule();
}

/** Of another site's frame: what asks for consent to cookies or a policy there, and nothing else. */
function dialogOf({ url, title, lang, at, textLength, consentSurfaces }: PageSurface): PageSurface | undefined {
  const asking = consentSurfaces.filter(({ asksConsent, topics }) => asksConsent && topics.some((topic) => topic === 'cookies' || topic === 'policy'));
  if (asking.length === 0) return undefined;
  return { url, title, lang, at, textLength, isHome: false, policyLinks: [], consentSurfaces: asking, tickBoxes: [], forms: [], impliedNotices: [], footer: {}, looksLikePolicy: false };
}

/** A page whose own loading was not seen (opened before the extension started, or back from the page cache): what it sent then is unknown. */
async function takeUp(tabId: number, sender: Runtime.MessageSender, book: VisitBook): Promise<LiveVisit | undefined> {
  const live = await book.navigate(tabId, sender.tab?.url ?? sender.url ?? '', Date.now());
  if (live && live.visit.exchanges.length === 0) live.addProblem('requests-dropped', 'loaded-before');
  return live;
}

/** A page out of the browser's page cache goes on with the visit it was left in; where that is not known, its loading was not seen. */
async function resume(tabId: number, site: string, sender: Runtime.MessageSender, book: VisitBook): Promise<void> {
  if (book.of(tabId)?.visit.site === site || book.resume(tabId, site)) return;
  await takeUp(tabId, sender, book);
}

const ROLES: ReadonlySet<string> = new Set(['accept', 'refuse', 'settings', 'acknowledge', 'close', 'submit', 'send-code', 'search', 'other'] satisfies Control['role'][]);

function isRole(value: unknown): value is Control['role'] {
  return typeof value === 'string' && ROLES.has(value);
}

function isAnswer(value: SeenAnswer | undefined): value is SeenAnswer {
  return (
    typeof value?.url === 'string' && Number.isFinite(value.at) && Array.isArray(value.numbers) && value.numbers.length <= ANSWER_NUMBERS &&
    value.numbers.every(({ kind, mask }) => (kind === 'phone' || kind === 'id-number') && /^\d{3}\*{4,12}[\dX]{4}$/i.test(mask)) &&
    (value.shownMasked === undefined || (Array.isArray(value.shownMasked) && value.shownMasked.every((mask) => typeof mask === 'string' && mask.length < 32)))
  );
}

/** A page's address without its query, which may hold what the person searched for or typed; routes behind # stay. */
function withoutQuery(url: unknown): string {
  return String(url).slice(0, LIMITS.urlChars).replace(/\?[^#]*/, '').replace(/#(?!!?\/).*$/, '').replace(/\?.*$/, '');
}

function jumpOf(jump: Jump): Jump {
  return { ...jump, to: String(jump.to).replace(/[?#].*$/s, '').slice(0, LIMITS.urlChars), pageUrl: withoutQuery(jump.pageUrl) };
}

function isSurface(value: PageSurface | undefined): value is PageSurface {
  return typeof value?.url === 'string' && Array.isArray(value.policyLinks) && Array.isArray(value.forms) && Array.isArray(value.consentSurfaces) && Array.isArray(value.tickBoxes);
}
