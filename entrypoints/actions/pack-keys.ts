/** Keys of saved packs: the salt of their digests, kept on this machine only, by the pack's seal. */
import { browser } from 'wxt/browser';

export const PACK_KEYS = 'packKeys';
/** Keys kept; the oldest go first. */
const MOST = 500;
/** Where the background keeps the salt while the browser runs. */
const SESSION_KEY = 'visits';

type PackKeys = Record<string, { key: string; at: number }>;

/** Remembers the key of a pack of a visit of this session. */
export async function keepPackKey(seal: string, now: number): Promise<void> {
  const session = (await browser.storage.session.get(SESSION_KEY))[SESSION_KEY] as { salt?: string } | undefined;
  if (!session?.salt) return;
  const known = (await browser.storage.local.get(PACK_KEYS))[PACK_KEYS] as PackKeys | undefined;
  const all = Object.entries({ ...known, [seal]: { key: session.salt, at: now } }).sort(([, a], [, b]) => b.at - a.at);
  await browser.storage.local.set({ [PACK_KEYS]: Object.fromEntries(all.slice(0, MOST)) });
}

/** The key of a pack that was saved here. */
export async function packKey(seal: string): Promise<string | undefined> {
  return ((await browser.storage.local.get(PACK_KEYS))[PACK_KEYS] as PackKeys | undefined)?.[seal]?.key;
}
