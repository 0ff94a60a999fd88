/** Watches what scripts write to the browser: cookies, local and session storage, keys of IndexedDB. */
import type { Line } from './line';
import { callerHost, watchAccessor, watchMethod } from './wrap';

/** Values are identifiers or settings; more than this is neither. */
const MAX_VALUE = 1_024;
const MAX_KEY = 200;
/** The browser keeps local storage and IndexedDB until somebody clears it: counted as ten years. */
const UNLIMITED_HOURS = 87_600;

export function watchStorage(line: Line): void {
  watchAccessor(Document.prototype, 'cookie', 'set', (_self, [text]) => {
    const cookie = String(text).slice(0, 6_000);
    const [pair = '', ...attributes] = cookie.split(';');
    const at = pair.indexOf('=');
    line.tell({
      t: 'storage', at: Date.now(), area: 'cookie', key: (at < 0 ? '' : pair.slice(0, at)).trim().slice(0, MAX_KEY),
      value: pair.slice(at + 1).trim().slice(0, MAX_VALUE), lifetimeHours: cookieLifetime(attributes), scriptHost: callerHost(),
    });
  });
  watchMethod(Storage.prototype, 'setItem', (self, [key, value]) => {
    const area = areaOf(self);
    if (!area) return;
    line.tell({
      t: 'storage', at: Date.now(), area, key: String(key).slice(0, MAX_KEY), value: String(value).slice(0, MAX_VALUE),
      lifetimeHours: area === 'local' ? UNLIMITED_HOURS : null, scriptHost: callerHost(),
    });
  });
  const watchPut = (self: unknown, [value, key]: unknown[]) => {
    const store = self as IDBObjectStore;
    const plain = typeof value === 'string' || typeof value === 'number' ? String(value) : shallow(value);
    line.tell({
      t: 'storage', at: Date.now(), area: 'indexeddb', key: `${store.name}/${typeof key === 'string' || typeof key === 'number' ? key : ''}`.slice(0, MAX_KEY),
      value: plain.slice(0, MAX_VALUE), lifetimeHours: UNLIMITED_HOURS, scriptHost: callerHost(),
    });
  };
  if (typeof IDBObjectStore === 'function') {
    watchMethod(IDBObjectStore.prototype, 'put', watchPut);
    watchMethod(IDBObjectStore.prototype, 'add', watchPut);
  }
}

/** Hours until a cookie ends, from Max-Age or Expires; null for a session cookie, 0 when it deletes. */
function cookieLifetime(attributes: string[]): number | null {
  let expires: number | null = null;
  for (const attribute of attributes) {
    const [name = '', value = ''] = attribute.split(/=(.*)/s).map((part) => part.trim());
    if (/^max-age$/i.test(name) && /^-?\d+$/.test(value)) return Math.max(0, Number(value) / 3_600);
    if (/^expires$/i.test(name)) {
      const end = Date.parse(value);
      if (!Number.isNaN(end)) expires = Math.max(0, (end - Date.now()) / 3_600_000);
    }
  }
  return expires;
}

function areaOf(area: unknown): 'local' | 'session' | undefined {
  try {
    if (area === window.localStorage) return 'local';
    if (area === window.sessionStorage) return 'session';
  } catch {
    // Storage is closed to this document.
  }
  return undefined;
}

/** Text members of a flat record, without reading accessors or going deep. */
function shallow(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const texts: string[] = [];
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(value)).slice(0, 12)) {
    if (typeof descriptor.value === 'string' || typeof descriptor.value === 'number') texts.push(`${name}=${String(descriptor.value).slice(0, 200)}`);
  }
  return texts.join('&');
}
