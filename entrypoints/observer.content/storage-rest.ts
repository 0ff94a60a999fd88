/**
 * What stands in local and session storage when the page is at rest. Scripts also write there by property
 * (`localStorage.key = value`), which no wrapped function sees; looking at the storage itself from our own world sees every
 * write, changes nothing and cannot be noticed. It happens in idle time and when the page is left, never while it loads.
 */
import type { FromPage, RawStorageWrite } from '@/entrypoints/background/messages';

const MAX_KEYS = 200;
const MAX_VALUE = 1_024;
/** As hooks.content/storage.ts counts storage without an end. */
const UNLIMITED_HOURS = 87_600;
const LOOKS_MS = [300, 5_000];

export class StorageRest {
  private readonly known = new Set<string>();
  private timers: ReturnType<typeof setTimeout>[] = [];

  constructor(private readonly post: (message: FromPage) => void) {}

  /** After the page has loaded. */
  start(): void {
    this.timers = LOOKS_MS.map((delay) => setTimeout(() => this.look(), delay));
  }

  stop(): void {
    this.timers.forEach(clearTimeout);
  }

  /** A write by a function that is watched: told with its script and time, so not told again. */
  onWritten({ area, key, value }: RawStorageWrite): void {
    if (this.known.size < MAX_KEYS * 4) this.known.add(`${area} ${key} ${value}`);
  }

  look(): void {
    const at = Date.now();
    const writes: RawStorageWrite[] = [];
    for (const area of ['local', 'session'] as const) {
      try {
        const storage = area === 'local' ? localStorage : sessionStorage;
        for (let i = 0; i < storage.length && i < MAX_KEYS; i++) {
          const name = storage.key(i) ?? '';
          const value = (storage.getItem(name) ?? '').slice(0, MAX_VALUE);
          const key = name.slice(0, 200);
          const id = `${area} ${key} ${value}`;
          if (value.length < 8 || this.known.has(id) || this.known.size > MAX_KEYS * 4) continue;
          this.known.add(id);
          writes.push({ at, area, key, value, lifetimeHours: area === 'local' ? UNLIMITED_HOURS : null, pageUrl: location.href.slice(0, 2_048), foundAtRest: true });
        }
      } catch {
        // Storage is closed to this document.
      }
    }
    for (let i = 0; i < writes.length; i += 100) this.post({ type: 'storage', writes: writes.slice(i, i + 100) });
  }
}
