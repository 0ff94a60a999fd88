/**
 * Watches interfaces that serve fingerprinting, at the point where they give an answer that differs from device to device.
 * Ordinary drawing does not count: a canvas must hold text and be read back (Englehardt and Narayanan, Online Tracking,
 * CCS 2016, 6.1), fonts must be tried by the dozen.
 */
import type { Seen } from './channel';
import type { Line } from './line';
import { callerHost, watchAccessor, watchMethod } from './wrap';

type Technique = Extract<Seen, { t: 'probe' }>['technique'];

/** Canvases smaller than this cannot tell devices apart (same source). */
const MIN_CANVAS_PX = 16;
/** Different fonts measured before it counts; a page sets a handful (CCS 2016, 6.2 uses 50 for measureText alone). */
const MIN_FONTS = 30;
/** Different device properties read by one script before it counts as a sweep. */
const MIN_PROPERTIES = 6;
const PROPERTIES = ['hardwareConcurrency', 'deviceMemory', 'platform', 'languages', 'plugins', 'mimeTypes', 'maxTouchPoints', 'vendor', 'oscpu', 'doNotTrack'];
/** UNMASKED_VENDOR_WEBGL and UNMASKED_RENDERER_WEBGL (WEBGL_debug_renderer_info). */
const UNMASKED = new Set<unknown>([0x9245, 0x9246]);

export function watchProbes(line: Line): void {
  const told = new Set<string>();
  const tell = (technique: Technique) => {
    const scriptHost = callerHost();
    const key = `${technique} ${scriptHost ?? ''}`;
    if (told.has(key) || told.size > 100) return;
    told.add(key);
    line.tell({ t: 'probe', at: Date.now(), technique, scriptHost });
  };

  const lettered = new WeakSet<object>();
  const onText = (self: unknown) => {
    const { canvas } = self as CanvasRenderingContext2D;
    if (canvas.width >= MIN_CANVAS_PX && canvas.height >= MIN_CANVAS_PX) lettered.add(canvas);
  };
  const fonts = new Set<string>();
  const onRead = (self: unknown) => {
    if (lettered.has(self as object)) tell('canvas');
  };
  const watchDrawing = () => {
    const drawing = CanvasRenderingContext2D.prototype;
    watchMethod(drawing, 'fillText', onText);
    watchMethod(drawing, 'strokeText', onText);
    watchMethod(drawing, 'getImageData', (self) => onRead((self as CanvasRenderingContext2D).canvas));
    watchMethod(drawing, 'measureText', (self) => {
      if (fonts.size > MIN_FONTS) return;
      fonts.add((self as CanvasRenderingContext2D).font);
      if (fonts.size === MIN_FONTS) tell('fonts');
    });
    watchMethod(HTMLCanvasElement.prototype, 'toDataURL', onRead);
    watchMethod(HTMLCanvasElement.prototype, 'toBlob', onRead);
  };
  const onParameter = (_self: unknown, [name]: unknown[]) => {
    if (UNMASKED.has(name)) tell('webgl');
  };
  // The browser builds an interface when it is first touched, and those of WebGL are its largest: touching them in every
  // document cost 4 of the 6 ms our hooks take. Nobody draws without a context, so they are watched from the first one on.
  const watchWebgl = () => watchMethod(WebGLRenderingContext.prototype, 'getParameter', onParameter);
  const unwatched = new Map<unknown, () => void>([
    ['2d', watchDrawing],
    ['webgl', watchWebgl],
    ['experimental-webgl', watchWebgl],
    ['webgl2', () => watchMethod(WebGL2RenderingContext.prototype, 'getParameter', onParameter)],
  ]);
  const onContext = (_self: unknown, [kind]: unknown[]) => {
    const watch = unwatched.get(kind);
    if (!watch) return;
    for (const [name, same] of unwatched) if (same === watch) unwatched.delete(name);
    watch();
  };
  if (typeof HTMLCanvasElement === 'function') watchMethod(HTMLCanvasElement.prototype, 'getContext', onContext);
  if (typeof OffscreenCanvas === 'function') watchMethod(OffscreenCanvas.prototype, 'getContext', onContext);
  if (typeof OfflineAudioContext === 'function') watchMethod(OfflineAudioContext.prototype, 'startRendering', () => tell('audio'));
  if (typeof FontFaceSet === 'function') {
    const checked = new Set<string>();
    watchMethod(FontFaceSet.prototype, 'check', (_self, [font]) => {
      if (checked.size > MIN_FONTS) return;
      checked.add(String(font).slice(0, 200));
      if (checked.size === MIN_FONTS) tell('fonts');
    });
  }

  const readBy = new Map<string, Set<string>>();
  let reads = 0;
  for (const property of PROPERTIES) {
    watchAccessor(Navigator.prototype, property, 'get', () => {
      if (++reads > 200) return; // a page that reads all the time would pay for it
      const host = callerHost() ?? '';
      const properties = readBy.get(host) ?? new Set();
      readBy.set(host, properties.add(property));
      if (properties.size === MIN_PROPERTIES) tell('navigator');
    });
  }
}
