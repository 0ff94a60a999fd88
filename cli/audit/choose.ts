/**
 * Answers a consent dialog in the audit's own profile. Dialog and control are those the extension reads from the page: the audit
 * knows no consent platform of its own, and what it presses a person would press too.
 */
import type { ConsentAct, ConsentSurface, PageSurface } from '../../analyzers/artifacts';
import { choiceOf } from '../../analyzers/page/choice';
import type { BrowserSession, VisitAnswer } from '../browser/session';
import { pause } from '../browser/session';
import { StepError } from '../steps';
import type { ChoiceRecord, Pressed } from './record';

/** How long a further layer is waited for after its button was pressed. */
const LAYER_MS = 4_000;
const LOOK_MS = 400;
/** Layers gone through at most, and switches moved in one. */
const MOST_LAYERS = 3;
const MOST_SWITCHES = 30;

/** Switches that are on and can be moved. Native boxes are often hidden: then their label is what a person presses. */
const SWITCHED_ON = [
  ':is([role="switch"], [role="checkbox"])[aria-checked="true"]:not([aria-disabled="true"]):not([disabled])',
  'input[type="checkbox" i]:checked:not(:disabled)',
  'label:has(input[type="checkbox" i]:checked:not(:disabled))',
];

/** Words of a button that stores the choices of a settings layer. */
const SAVES = /保存|确认(?:我的)?选择|提交(?:我的)?选择|\b(?:save|confirm (?:my )?choices?|confirm selection|allow selection)\b/i;

interface Found {
  page: PageSurface;
  surface: ConsentSurface;
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
  record.before = await shoot(`consent-${mode}-before.png`);
  if (shown.length === 0) return { record };

  const press = async (found: Found, as: Pressed['as'], selector: string, text: string): Promise<number> => {
    const at = Date.now();
    await session.perform({ do: 'click', selector, ...(found.page.url === (await session.address()) ? {} : { frame: found.page.url }) });
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
      const saved = await refuseBySwitches(session, shown, press);
      if (saved) return made(saved.found, saved.at, saved.text, saved.selector);
      const further = shown.flatMap((found) => found.surface.controls.filter((control) => control.role === 'settings' && control.visible !== false).map((control) => ({ found, control })))
        .find(({ control }) => !pressed.some(({ selector }) => selector === control.selector));
      if (!further) break;
      const before = await session.address();
      await press(further.found, 'open', further.control.selector, further.control.text);
      shown = await nextLayer(session, look, shown);
      // A link to a page about settings is no layer of the dialog.
      if ((await session.address()) !== before && shown.length === 0) break;
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
  const [answer, here] = [await look(), await session.address()];
  if ('error' in answer) return [];
  const pages = [...answer.visit.surfaces].sort((a, b) => Number(b.url === here) - Number(a.url === here) || b.at - a.at);
  return pages.flatMap((page) => page.consentSurfaces.filter((surface) => surface.visible && isAsking(surface)).map((surface) => ({ page, surface })));
}

/** A dialog that asks, or a layer of choices that one has opened. */
function isAsking(surface: ConsentSurface): boolean {
  return surface.asksConsent || (surface.switches ?? 0) > 0 || surface.controls.some(({ role }) => role === 'refuse');
}

/** The dialogs once a further layer has come; as before where none comes. */
async function nextLayer(session: BrowserSession, look: () => Promise<VisitAnswer>, before: Found[]): Promise<Found[]> {
  const signature = (list: Found[]) => list.map(({ surface }) => `${surface.id} ${surface.switches ?? 0} ${surface.controls.filter(({ visible }) => visible !== false).map(({ text }) => text).join('|')}`).join('\n');
  const until = Date.now() + LAYER_MS;
  let now = before;
  while (Date.now() < until) {
    await pause(LOOK_MS);
    now = await dialogs(session, look);
    if (signature(now) !== signature(before)) return now;
  }
  return now;
}

/** Moves every switch of a settings layer to off and stores that; undefined where there is no such layer. */
async function refuseBySwitches(
  session: BrowserSession,
  shown: Found[],
  press: (found: Found, as: Pressed['as'], selector: string, text: string) => Promise<number>,
): Promise<{ found: Found; at: number; text: string; selector: string } | undefined> {
  for (const found of shown) {
    const save = found.surface.controls.find(({ text, visible }) => visible !== false && SAVES.test(text));
    if ((found.surface.switches ?? 0) === 0 || !save) continue;
    for (let moved = 0; moved < MOST_SWITCHES; moved++) {
      const on = await firstShown(session, SWITCHED_ON.map((css) => `${found.surface.selector} ${css}`));
      if (on === undefined) break;
      await press(found, 'switch-off', on, '');
    }
    return { found, at: await press(found, 'save', save.selector, save.text), text: save.text, selector: save.selector };
  }
  return undefined;
}

async function firstShown(session: BrowserSession, selectors: string[]): Promise<string | undefined> {
  for (const selector of selectors) if (await session.shows(selector)) return selector;
  return undefined;
}
