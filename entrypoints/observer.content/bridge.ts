/** The receiving end of the line from the page's world. What arrives is checked and cut; nothing of it is trusted. */
import type { FingerprintProbe, PermissionCall } from '@/analyzers/artifacts';
import { ANSWER_NUMBERS } from '@/analyzers/traffic/full-numbers';
import type { FromPage, HookedBody, RawStorageWrite } from '@/entrypoints/background/messages';
import type { Seen } from '@/entrypoints/hooks.content/channel';
import { MAX_EVENT_CHARS } from '@/entrypoints/hooks.content/channel';

/** Clock values further off than this are not from our hook. */
const MAX_SKEW_MS = 60_000;
/** Things read from one batch; the sending end's are smaller. */
const MAX_ITEMS = 500;

/**
 * What one batch of the hooks tells.
 * @param actedBefore whether the person did something in the five seconds before a moment
 */
export function messagesOf(detail: unknown, pageUrl: string, actedBefore: (at: number) => boolean): FromPage[] {
  if (typeof detail !== 'string' || detail.length > MAX_EVENT_CHARS) return [];
  let items: unknown;
  try {
    items = JSON.parse(detail);
  } catch {
    return [];
  }
  return Array.isArray(items) ? items.slice(0, MAX_ITEMS).flatMap((item) => messageOf(item as Seen, pageUrl, actedBefore) ?? []) : [];
}

function messageOf(seen: Seen, pageUrl: string, actedBefore: (at: number) => boolean): FromPage | null {
  if (typeof seen !== 'object' || seen === null || typeof seen.at !== 'number' || Math.abs(seen.at - Date.now()) > MAX_SKEW_MS) return null;
  const { at } = seen;
  switch (seen.t) {
    case 'storage': {
      if (!['cookie', 'local', 'session', 'indexeddb'].includes(seen.area) || !isText(seen.key) || !isText(seen.value)) return null;
      const hours = typeof seen.lifetimeHours === 'number' && seen.lifetimeHours >= 0 ? seen.lifetimeHours : null;
      const write: RawStorageWrite = {
        at, area: seen.area, key: seen.key.slice(0, 200), value: seen.value.slice(0, 1_024), lifetimeHours: hours, pageUrl, ...hostOf(seen.scriptHost),
      };
      return { type: 'storage', writes: [write] };
    }
    case 'body': {
      if (!['beacon', 'websocket', 'fetch-stream'].includes(seen.via) || !isText(seen.url) || !isText(seen.body) || seen.body.length > 100_000) return null;
      const body: HookedBody = { url: seen.url.slice(0, 4_096), at, via: seen.via, body: seen.body };
      return { type: 'bodies', bodies: [body] };
    }
    case 'probe': {
      if (!['canvas', 'webgl', 'audio', 'fonts', 'navigator'].includes(seen.technique)) return null;
      const probe: FingerprintProbe = { at, technique: seen.technique, pageUrl, ...hostOf(seen.scriptHost) };
      return { type: 'probes', probes: [probe] };
    }
    case 'answer': {
      if (!isText(seen.url) || !Array.isArray(seen.numbers) || seen.numbers.length > ANSWER_NUMBERS) return null;
      const numbers = seen.numbers.flatMap(({ kind, mask }) => ((kind === 'phone' || kind === 'id-number') && isText(mask) && mask.length < 32 ? [{ kind, mask }] : []));
      return numbers.length > 0 ? { type: 'answer', answer: { url: seen.url.slice(0, 4_096), at, complete: seen.complete === true, numbers } } : null;
    }
    case 'permission': {
      if (!['location', 'camera', 'microphone', 'notification', 'clipboard-read', 'motion', 'screen', 'contacts'].includes(seen.permission)) return null;
      const call: PermissionCall = { at, permission: seen.permission, afterUserAction: seen.active === true || actedBefore(at), pageUrl };
      return { type: 'permission', call };
    }
    default:
      return null;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function hostOf(value: unknown): { scriptHost?: string } {
  return isText(value) && /^[\w.-]{1,253}$/.test(value) ? { scriptHost: value } : {};
}
