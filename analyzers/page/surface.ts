/** A snapshot of one page: what it asks for, how, and what it says of consent, policy and operator. */
import type { EpochMs, PageSurface } from '../artifacts';
import { LIMITS } from '../artifacts';
import { languageOf as languageOfText } from '../policy/language';
import { policyLinkSlices } from '../policy/locate';
import type { SurfaceReading } from './consent-surfaces';
import { readAccount } from './account';
import { readChangeNotices } from './change-notices';
import { readConsentSurfaces } from './consent-surfaces';
import { readChildren } from './children';
import { contextOf } from './context';
import { fold, holds, selectorOf, textOf } from './dom';
import { readFaceSteps } from './face';
import { readFooter } from './footer';
import type { FormReading } from './forms';
import { readForms } from './forms';
import { readGates } from './gates';
import { readNotices } from './notices';
import type { OverlayContext, OverlayReading } from './overlays';
import { readOverlays } from './overlays';
import { readOwnText } from './own-text';
import type { PermissionReading } from './permissions';
import { readPermissionText } from './permissions';
import { readPublished } from './published';
import { isDocumentPage, looksLikePolicy, namesPolicy } from './policy-page';
import { readPresentation } from './presentation';
import type { Scan } from './scan';
import { scan } from './scan';
import { finish } from './slices';
import { readServices } from './service-signs';
import type { BoxReading, TickMemory } from './tick-boxes';
import { readTickBoxes } from './tick-boxes';
import type { WallReading } from './walls';
import { readWalls } from './walls';

export interface SurfaceOptions {
  /** When the snapshot is taken. */
  at: EpochMs;
  /** Address of the page. */
  url: string;
  /** What is remembered of tick boxes; without it the present state counts as the state at load. */
  ticks?: TickMemory;
}

/** A snapshot with the live elements behind it, for whoever watches the page further. */
export interface PageReading {
  surface: PageSurface;
  boxes: BoxReading[];
  forms: FormReading[];
  surfaces: SurfaceReading[];
  overlays: OverlayReading[];
  walls: WallReading[];
  /** For looking at the overlays alone, once more. */
  overlayContext: OverlayContext;
}

/** Reads a page in one go. */
export function readSurface(document: Document, options: SurfaceOptions): PageSurface {
  return readPage(document, options).surface;
}

/** Like `readSurface`, with the elements. */
export function readPage(document: Document, options: SurfaceOptions): PageReading {
  return finish(pageSlices(document, options));
}

/** Reads a page in slices of a few milliseconds each: the caller decides when to go on. Nothing on the page is changed. */
export function* pageSlices(document: Document, options: SurfaceOptions): Generator<void, PageReading> {
  const found = yield* scan(document);
  const context = contextOf(found);
  yield;
  const notices = yield* readNotices(context);
  yield;
  const forms = yield* readForms(context, notices, options.url);
  yield;
  const boxes = yield* readTickBoxes(context, options.ticks);
  for (const { box, element } of boxes) {
    const form = forms.find((one) => holds(one.zone, element));
    if (form) box.formId = form.form.id;
  }
  yield;
  const view = { hasField: (element: Element) => context.fieldsIn(element) > 0, lengthOf: context.lengthOf };
  const surfaces = yield* readConsentSurfaces(found.deciders, [...new Set([...found.deciders, ...found.controls])], view);
  yield;
  const overlayContext = { surfaces, lengthOf: context.lengthOf, totalText: found.totalText, hasField: view.hasField };
  const overlays = readOverlays(document, overlayContext);
  yield;
  const walls = readWalls(found.consentText, overlays, document.body);
  yield;
  const links = yield* policyLinksOf(document, found, options.url);
  const free = looksLikePolicy(document, found);
  const isDocument = free || isDocumentPage(document, found);
  yield;
  const asking: PermissionReading = isDocument ? { permissionNotices: [] } : yield* readPermissionText(found, options.at);
  yield;
  const { account, removal, signedIn } = yield* readAccount(document, found, options.url);
  const changes = isDocument ? [] : yield* readChangeNotices(found);
  yield;
  const own = readOwnText(document);
  yield;
  const title = fold(document.title ?? '').slice(0, 120);
  const service = yield* readServices(context, forms, title);
  yield;
  // What a document or an article tells stands before nothing.
  const gates = isDocument ? [] : yield* readGates(context, title);
  yield;
  const faceSteps = isDocument ? [] : yield* readFaceSteps(context, forms, boxes, document.body);
  const children = yield* readChildren(context, title);
  const published = isDocument ? [] : yield* readPublished(context, options.url, title);
  const presentation = free || namesPolicy(document, found) ? readPresentation(document, found) : undefined;
  yield;
  const sample = document.body ? textOf(document.body, 4_000) : '';
  yield;
  const implied = notices.filter((notice) => notice.impliesConsent && !forms.some((form) => holds(form.zone, notice.element)));
  const surface: PageSurface = {
    url: options.url.slice(0, LIMITS.urlChars),
    title: fold(document.title ?? '').slice(0, LIMITS.excerptChars),
    lang: languageOf(document),
    at: options.at,
    textLength: found.totalText,
    isHome: isHomeAddress(options.url),
    policyLinks: links,
    consentSurfaces: surfaces.map((one) => one.surface),
    tickBoxes: boxes.map((one) => one.box),
    forms: forms.map((one) => one.form),
    impliedNotices: implied.flatMap((notice) => {
      const surface = surfaces.find((one) => holds(one.element, notice.element));
      // A policy or agreement says such things in its own text: that is the document's matter, not a notice of the page.
      return isDocument && !surface ? [] : { text: notice.text.slice(0, LIMITS.excerptChars), selector: selectorOf(notice.element), topics: notice.topics, ...(surface ? { surfaceId: surface.surface.id } : {}) };
    }),
    footer: readFooter(found),
    looksLikePolicy: free,
    ...(asking.permissionNotices.length > 0 ? { permissionNotices: asking.permissionNotices } : {}),
    ...(asking.placeByHand ? { placeByHand: asking.placeByHand } : {}),
    ...(account ? { account } : {}),
    ...(signedIn ? { signedIn } : {}),
    // A policy's own words are judged as the policy.
    ...(removal && !free ? { removal } : {}),
    ...(changes.length > 0 ? { changeNotices: changes } : {}),
    ...(service ? { service } : {}),
    ...(gates.length > 0 ? { gates } : {}),
    ...(faceSteps.length > 0 ? { faceSteps } : {}),
    ...(children ? { children } : {}),
    ...(published.length > 0 ? { published } : {}),
    ...(sample.length >= 40 ? { language: languageOfText(sample) } : {}),
    ...(presentation ? { presentation } : {}),
    ...(own.rules > 0 ? { ownRules: own.rules } : {}),
    ...(found.truncated || own.isGarbled ? { truncated: true } : {}),
  };
  return { surface, boxes, forms, surfaces, overlays, walls, overlayContext };
}

/** Links to policies in the document, its open shadow roots and same-origin frames. */
function* policyLinksOf(document: Document, found: Scan, url: string): Generator<void, PageSurface['policyLinks']> {
  const links = yield* policyLinkSlices(document, url);
  for (const root of found.roots) {
    yield;
    links.push(...(yield* policyLinkSlices(root, url)));
  }
  return links.slice(0, LIMITS.elementsPerSurface);
}

function languageOf(document: Document): string {
  const declared = document.documentElement?.getAttribute('lang')?.trim().slice(0, 20);
  const sample = `${document.title ?? ''} ${document.body ? textOf(document.body, 2_000) : ''}`;
  const chinese = (sample.match(/[\u4e00-\u9fff]/g) ?? []).length;
  // Templates are often left at lang="en": what is written counts more.
  if (chinese > 30 && chinese > sample.length / 5 && !/^zh/i.test(declared ?? '')) return 'zh';
  return declared || (chinese > 5 ? 'zh' : 'en');
}

/** The root of a site, or what stands for it; log-in hosts have roots that are no home page. */
export function isHomeAddress(address: string): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  if (/^(?:passport|login|account|accounts|sso|id|auth|signin|oauth|ucenter|user|my|cas)\./i.test(url.hostname)) return false;
  if (!/^(?:#?\/?(?:home|index)?\/?)?$/.test(url.hash)) return false;
  return /^\/(?:(?:zh|cn|zh-cn|zh_cn|en|home|index)\/?)?(?:(?:index|default|home|main)\.(?:html?|php|jsp|aspx?|shtml|do))?$/i.test(url.pathname);
}
