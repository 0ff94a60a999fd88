/** What a site's robots.txt allows us: asked once a host, through the audit's own browser, without cookies. */
import robotsParser from 'robots-parser';
import type { BrowserSession } from '../browser/session';

/** Name under which robots.txt may speak of us. */
export const ROBOT = 'Mingshi';

const FETCH_MS = 5_000;
/** Bytes of a robots.txt that count (RFC 9309, 2.5). */
const MOST_CHARS = 500 * 1024;

interface Answer {
  status: number;
  text: string;
}

export class Robots {
  readonly #known = new Map<string, Promise<Answer | undefined>>();

  constructor(private readonly session: BrowserSession, private readonly isAsked: boolean) {}

  /** Whether a page may be looked at. A robots.txt that is not there, or that does not answer, forbids nothing (RFC 9309, 2.3.1.3); a server's own failure forbids all (2.3.1.4). */
  async allows(url: string): Promise<boolean> {
    if (!this.isAsked) return true;
    const address = new URL('/robots.txt', url).href;
    if (!this.#known.has(address)) this.#known.set(address, this.#fetch(address));
    const answer = await this.#known.get(address);
    if (!answer || (answer.status >= 400 && answer.status < 500)) return true;
    if (answer.status >= 500) return false;
    return robotsParser(address, answer.text).isAllowed(url, ROBOT) ?? true;
  }

  /** Undefined where no server answers: the page itself will tell why. */
  async #fetch(address: string): Promise<Answer | undefined> {
    const body = `
      try {
        const answer = await fetch(${JSON.stringify(address)}, { credentials: 'omit', redirect: 'follow', signal: AbortSignal.timeout(${FETCH_MS}) });
        return { status: answer.status, text: answer.ok ? (await answer.text()).slice(0, ${MOST_CHARS}) : '' };
      } catch { return null; }`;
    return (await this.session.inExtension<Answer | null>(body, FETCH_MS + 2_000).catch(() => null)) ?? undefined;
  }
}
