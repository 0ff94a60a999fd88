/**
 * Answers a consent dialog in the audit's own profile. Dialog and control are those the extension reads from the page: the audit
 * knows no consent platform of its own, and what it presses a person would press too.
 */
import type { ConsentAct, ConsentSurface, PageSurface } from '../../analyzers/artifacts';
import { choiceOf } from '../../analyzers/page/choice';
import type { BrowserSession, VisitAnswer } from '../browser/session';
import { pause, samePage } from '../browser/session';
import { StepError } from '../steps';
import { FINDING } from './in-page';
import type { ChoiceRecord, Pressed } from './record';

/** How long a further layer is waited for after its button was pressed. */
const LAYER_MS = 4_000;
const LOOK_MS = 400;
/** Dialogs come late: looks for one until it counts as missing, and the pause between them. */
const LATE_LOOKS = 3;
const LATE_MS = 600;
/** Layers gone through at most. */
const MOST_LAYERS = 3;

/**
 * Body of a function for the page: the layer of choices that a settings button opened, as a button that stores the choice and
 * the nearest part of the page around it that holds switches. Native boxes are often hidden: then their label is pressed.
 */
const LAYER = `${FINDING}
  const SAVES = /保存|确认(?:我的)?选择|提交(?:我的)?选择|\\b(?:save|confirm (?:my )?choices?|confirm selection|allow selection)\\b/i;
  const SWITCHES = 'input[type="checkbox" i]:not(:disabled), [role="switch"]:not([aria-disabled="true"]):not([disabled]), [role="checkbox"]:not([aria-disabled="true"]):not([disabled])';
  for (const save of [...document.querySelectorAll('button, a, [role="button"], input[type="button"], input[type="submit"]')].slice(0, 2000)) {
    const text = (save.innerText || save.value || '').trim();
    if (text.length === 0 || text.length > 30 || !SAVES.test(text) || !shown(save)) continue;
    for (let around = save.parentElement, level = 0; around && around !== document.body && level < 8; around = around.parentElement, level++) {
      const switches = [...around.querySelectorAll(SWITCHES)];
      if (switches.length === 0) continue;
      const on = switches.filter((one) => (one instanceof HTMLInputElement ? one.checked : one.getAttribute('aria-checked') === 'true'));
      const pressable = (one) => [one, ...(one.labels || []), one.parentElement].find((e) => e && shown(e));
      return { save: path(save), text, on: on.slice(0, 30).flatMap((one) => (pressable(one) ? [path(pressable(one))] : [])) };
    }
  }
  return null;`;

interface Found {
  page: PageSurface;
  surface: ConsentSurface;
  /** Address of the frame the dialog stands in; absent where it stands in the page itself. */
  frame?: string;
}

interface Choice {
  record: ChoiceRecord;
  /** The act as the extension should have seen it. */
  act?: ConsentAct;
}

/**
 * Gives the answer `mode` to the page's consent dialog.
 * @param look The visit as it stands · @param shoot Takes a screenshot, gives its file
 */
export async function choose(session: BrowserSession, mode: 'accept' | 'refuse', look: () => Promise<VisitAnswer>, shoot: (name: string) => Promise<string | undefined>): Promise<Choice> {
  const pressed: Pressed[] = [];
  const record: ChoiceRecord = { outcome: 'no-surface', pressed };
  let shown = await dialogs(session, look);
  for (let looks = 0; shown.length === 0 && looks < LATE_LOOKS; looks++) {
    await pause(LATE_MS);
    shown = await dialogs(session, look);
  }
  let last: Found | undefined;
  record.before = await shoot(`consent-${mode}-before.png`);
  if (shown.length === 0) return { record };

  const press = async (found: Found, as: Pressed['as'], selector: string, text: string): Promise<number> => {
    const at = Date.now();
    await session.perform({ do: 'click', selector, ...(found.frame === undefined ? {} : { frame: found.frame }) });
    pressed.push({ as, text: text.slice(0, 80), selector, pageUrl: found.page.url, at });
    return at;
  };
  const made = (found: Found, at: number, text: string, selector: string): Choice => {
    record.outcome = 'made';
    return { record, act: { at, kind: mode, topics: found.surface.topics.length > 0 ? found.surface.topics : ['other'], text: text.slice(0, 80), selector, pageUrl: found.page.url, surfaceId: found.surface.id } };
  };
  try {
    for (let layer = 0; layer < MOST_LAYERS; layer++) {
      for (const found of shown) {
        const choice = choiceOf(found.surface, found.page);
        const answers = mode === 'accept' ? choice?.agree : (choice?.refuse ?? found.surface.controls.filter((control) => control.role === 'refuse' && control.visible !== false));
        const [control] = answers ?? [];
        if (control) return made(found, await press(found, mode, control.selector, control.text), control.text, control.selector);
      }
      if (mode === 'accept') break;
      const opener = pressed.length > 0 ? last : undefined;
      const saved = opener && (await refuseBySwitches(session, opener, press));
      if (opener && saved) return made(opener, saved.at, saved.text, saved.selector);
      const further = shown.flatMap((found) => found.surface.controls.filter((control) => control.role === 'settings' && control.visible !== false).map((control) => ({ found, control })))
        .find(({ control }) => !pressed.some(({ selector }) => selector === control.selector));
      if (!further) break;
      last = further.found;
      await press(further.found, 'open', further.control.selector, further.control.text);
      shown = await nextLayer(session, look, shown, further.found.frame);
    }
  } catch (error) {
    record.outcome = 'failed';
    record.detail = error instanceof StepError ? error.message : String(error);
    return { record };
  }
  record.outcome = 'no-control';
  return { record };
}

/** Consent dialogs in sight that ask for something, the present page's own before those of its frames. */
async function dialogs(session: BrowserSession, look: () => Promise<VisitAnswer>): Promise<Found[]> {
  const [answer, here] = [await look(), (await session.address()) ?? ''];
  if ('error' in answer) return [];
  const isHere = ({ url }: PageSurface) => samePage(url, here);
  const pages = [...answer.visit.surfaces].sort((a, b) => Number(isHere(b)) - Number(isHere(a)) || b.at - a.at);
  const found = pages.flatMap((page) => page.consentSurfaces.filter((surface) => surface.visible && isAsking(surface)).map((surface): Found => ({ page, surface, ...(isHere(page) ? {} : { frame: page.url }) })));
  // What was shown once stays in the reading: here it counts whether it still is.
  const there: Found[] = [];
  for (const one of found) if (await session.shows(one.surface.selector, one.frame)) there.push(one);
  return there;
}

/** A dialog that asks, or a layer of choices that one has opened. */
function isAsking(surface: ConsentSurface): boolean {
  return surface.asksConsent || (surface.switches ?? 0) > 0 || surface.controls.some(({ role }) => role === 'refuse');
}

/** The dialogs once a further layer has come, of switches or of other buttons; as before where none comes. */
async function nextLayer(session: BrowserSession, look: () => Promise<VisitAnswer>, before: Found[], frame: string | undefined): Promise<Found[]> {
  const signature = (list: Found[]) => list.map(({ surface }) => `${surface.id} ${surface.switches ?? 0} ${surface.controls.filter(({ visible }) => visible !== false).map(({ text }) => text).join('|')}`).join('\n');
  const until = Date.now() + LAYER_MS;
  let now = before;
  while (Date.now() < until) {
    await pause(LOOK_MS);
    now = await dialogs(session, look);
    if (signature(now) !== signature(before) || (await session.inPage<unknown>(LAYER, frame).catch(() => null))) return now;
  }
  return now;
}

/** Moves every switch of a settings layer to off and stores that; undefined where there is no such layer. */
async function refuseBySwitches(session: BrowserSession, found: Found, press: (found: Found, as: Pressed['as'], selector: string, text: string) => Promise<number>): Promise<{ at: number; text: string; selector: string } | undefined> {
  const layer = await session.inPage<{ save: string; text: string; on: string[] } | null>(LAYER, found.frame).catch(() => null);
  if (!layer || typeof layer.save !== 'string' || !Array.isArray(layer.on)) return undefined;
  for (const selector of layer.on) await press(found, 'switch-off', selector, '');
  return { at: await press(found, 'save', layer.save, String(layer.text)), text: String(layer.text), selector: layer.save };
}
