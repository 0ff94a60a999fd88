/**
 * The line from the page's world to the isolated one. Both scripts start before any script of the page: they agree on a
 * random event name and then fall silent, so that the page finds neither a fixed name to listen to nor one to forge.
 * A hostile page may still break in (a frame it fills before us, say). Hence nothing that comes over this line is trusted:
 * it can only add evidence against the page's own site, and its sizes and counts are bounded on both sides.
 */

import type { FullNumber } from '@/analyzers/traffic/full-numbers';

/** Sent by the page's world with the name of the line; unanswered until the isolated world is there. */
export const OFFER = 'mingshi:offer';
/** Sent by the isolated world when it wants the name, and again when it has it. */
export const READY = 'mingshi:ready';

/** UTF-16 units of one event; longer ones are not sent and not read. */
export const MAX_EVENT_CHARS = 400_000;

/** One thing seen in the page's world. Times are milliseconds since 1970. */
export type Seen =
  | { t: 'storage'; at: number; area: 'cookie' | 'local' | 'session' | 'indexeddb'; key: string; value: string; lifetimeHours: number | null; scriptHost?: string }
  | { t: 'body'; at: number; url: string; via: 'beacon' | 'websocket' | 'fetch-stream'; body: string }
  | { t: 'probe'; at: number; technique: 'canvas' | 'webgl' | 'audio' | 'fonts' | 'navigator'; scriptHost?: string }
  | { t: 'permission'; at: number; permission: 'location' | 'camera' | 'microphone' | 'notification' | 'clipboard-read' | 'motion' | 'screen' | 'contacts'; active: boolean }
  | { t: 'answer'; at: number; url: string; complete: boolean; numbers: FullNumber[] };
