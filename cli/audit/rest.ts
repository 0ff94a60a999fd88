/** How long an audit stays on a page: until all it meant to do is done, and no longer. */
import { BrowserError, pause } from '../browser/session';
import type { BrowserSession } from '../browser/session';

/** No request for this long, with nothing planned, is rest. */
const SHORT_QUIET_MS = 500;
/** The same where it cannot be told what the page has planned; SDKs that collect events before sending do so within about three seconds. */
const LONG_QUIET_MS = 1_500;
const LONGEST_UNQUIET_MS = 12_000;

/** Shortest stay after a page has loaded or something was done in it: the extension reads it within this time, and once more when the visit is settled. */
const SHORTEST_STAY_MS = 1_200;
/** Shortest stay after an answer to a script: the extension looks a moment later at what the page made of it. */
const AFTER_ANSWER_MS = 1_900;
/** Longest that is waited for what a page has planned: long enough for SDKs that send in batches (sa-sdk and posthog-js: up to three seconds). */
const LONGEST_STAY_MS = 4_000;
/** Longest stay where it is not known what it is good for. */
const BLIND_STAY_MS = 4_000;

/**
 * Waits until the page has come to rest.
 * @param since When it had loaded, or something was last done in it.
 * @returns whether it is known that nothing more is planned.
 * @throws BrowserError when the browser has ended
 */
export async function comeToRest(session: BrowserSession, since: number): Promise<boolean> {
  const latest = since + LONGEST_STAY_MS;
  for (;;) {
    const earliest = Math.max(since + SHORTEST_STAY_MS, session.answeredAt + AFTER_ANSWER_MS);
    // The quiet ends the stay, it does not come on top of it.
    await pause(Math.min(earliest, latest) - SHORT_QUIET_MS - Date.now());
    const isQuiet = await session.quiet(SHORT_QUIET_MS, LONGEST_UNQUIET_MS);
    if (!session.isAlive) throw new BrowserError('the browser ended');
    const now = Date.now();
    const planned = isQuiet ? await session.planned(LONGEST_STAY_MS) : undefined;
    if (planned === undefined) {
      await session.quiet(LONG_QUIET_MS, LONGEST_UNQUIET_MS);
      await pause(since + BLIND_STAY_MS - Date.now());
      return false;
    }
    if (now >= latest) {
      if (planned > 0) await session.quiet(LONG_QUIET_MS - SHORT_QUIET_MS, LONGEST_UNQUIET_MS);
      return planned === 0;
    }
    if (planned === 0 && now >= earliest && now >= session.answeredAt + AFTER_ANSWER_MS) return true;
    // A timer may make a request: the quiet begins anew after it.
    await pause(Math.min(planned, latest - now) + 20);
  }
}
