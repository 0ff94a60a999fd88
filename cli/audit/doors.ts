/**
 * Ways to log in and to register that are no links: buttons and boxes whose script opens a dialog or leads on. The audit presses
 * them in its own profile, and only where a press can do nothing else: the control says 登录 or 注册 and no more (not 一键登录, which
 * may log in by the phone's number, nor the name of a platform), and it stands in no form that it could send.
 */
import type { BrowserSession } from '../browser/session';
import { samePage } from '../browser/session';
import { StepError } from '../steps';
import { FINDING } from './in-page';
import type { FurtherPage } from './record';
import { siteOf } from './unseen';

export interface Door {
  kind: 'login' | 'registration';
  text: string;
  selector: string;
}

/** Body of a function for the page: its doors, of each kind the first that can be seen. */
const DOORS = `${FINDING}
  const LOGIN = /^(?:请|会员|用户|[账帐]号|立即|马上|去)?登[录陆入](?: ?[/|·] ?(?:免费)?注册)?$|^(?:log|sign) ?in$/i;
  const REGISTRATION = /^(?:免费|立即|马上|新用户|会员|用户|[账帐]号)?注册(?:[账帐]号|会员)?$|^(?:sign ?up|register|create (?:an )?account)$/i;
  const found = {};
  for (const e of [...document.querySelectorAll('a, button, [role="button"], [onclick], input[type="button"], div, span, li, p, i, em, b')].slice(0, 6000)) {
    const text = (e.localName === 'input' ? e.value : e.textContent || '').replace(/\\s+/g, ' ').trim();
    const kind = text.length > 16 ? undefined : LOGIN.test(text) ? 'login' : REGISTRATION.test(text) ? 'registration' : undefined;
    if (!kind || found[kind] || !shown(e)) continue;
    const link = e.closest('a[href]');
    const form = e.closest('form, fieldset');
    if (link && /^https?:/.test(link.protocol) && !/^(?:$|#(?!!?\\/))/.test(link.getAttribute('href').trim())) continue;
    if (form && form.querySelector('input, textarea, select')) continue;
    found[kind] = { kind, text, selector: path(e) };
  }
  return Object.values(found);`;

/** Body of a function for the page: how much there is that can be filled in or framed. */
const ASKED = `${FINDING} return [...document.querySelectorAll('input:not([type="hidden" i]), textarea, select, iframe, canvas, img')].slice(0, 3000).filter(shown).length;`;

/** The doors of the present page: registration first, so that the log-in dialog is what stays open. */
export async function findDoors(session: BrowserSession): Promise<Door[]> {
  const found = await session.inPage<unknown>(DOORS).catch(() => []);
  return (Array.isArray(found) ? (found as Partial<Door>[]) : []).filter((door): door is Door => (door?.kind === 'login' || door?.kind === 'registration') && typeof door.selector === 'string' && typeof door.text === 'string').sort((a, b) => Number(a.kind === 'login') - Number(b.kind === 'login')).slice(0, 2);
}

/**
 * Presses a door of the present page and looks where it leads: to another page, to a window of its own, or to a dialog in the page.
 * @param rest Waits until the page has come to rest · @param open Leads the tab to an address; why not, where it does not
 * @param isCovered A dialog lies over it: pressed by script, so that the page keeps what it shows already
 */
export async function openDoor(session: BrowserSession, door: Door, rest: () => Promise<void>, open: (url: string) => Promise<string | undefined>, isCovered = false): Promise<FurtherPage> {
  const here = (await session.address()) ?? '';
  const [asked, opened] = [await session.inPage<number>(ASKED).catch(() => 0), session.opened.length];
  const page = { url: here, kind: door.kind, by: 'script', pressed: door.text.slice(0, 80) } as const;
  try {
    if (isCovered) await session.inPage(`document.querySelector(${JSON.stringify(door.selector)}).click();`).catch(() => undefined);
    else await session.perform({ do: 'click', selector: door.selector });
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    return { ...page, problem: 'not-pressed' };
  }
  await rest();
  const window = session.opened[opened];
  const now = window ?? (await session.address()) ?? here;
  if (now === here) return (await session.inPage<number>(ASKED).catch(() => 0)) > asked ? page : { ...page, problem: 'nothing-opened' };
  // Another company's log-in is not what was asked for.
  const isElsewhere = siteOf(now) !== siteOf(here);
  if (window === undefined && !isElsewhere) return { ...page, url: now };
  const problem = isElsewhere ? 'elsewhere' : await open(now);
  if (isElsewhere && !samePage((await session.address()) ?? '', here)) await open(here);
  return { ...page, url: now, ...(problem === undefined ? {} : { problem }) };
}
