/** Fetches documents through the audit's own browser: names are resolved and proxies used as for its pages, and no cookie goes along. */
import type { BrowserSession } from './session';

export interface Fetched {
  bytes: Buffer;
  /** Address after redirects. */
  finalUrl: string;
}

/** A document's bytes; undefined where it cannot be had, is no success, or is larger than `mostBytes`. */
export async function fetchBytes(session: BrowserSession, url: string, { mostBytes, ms }: { mostBytes: number; ms: number }): Promise<Fetched | undefined> {
  if (!/^https?:/i.test(url)) return undefined;
  const body = `
    try {
      const answer = await fetch(${JSON.stringify(url)}, { credentials: 'omit', redirect: 'follow', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(${ms}) });
      if (!answer.ok || Number(answer.headers.get('content-length') ?? 0) > ${mostBytes}) return null;
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (bytes.length > ${mostBytes}) return null;
      let text = '';
      for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
      return { base64: btoa(text), url: answer.url };
    } catch { return null; }`;
  const answer = await session.inExtension<{ base64: string; url: string } | null>(body, ms + 5_000).catch(() => null);
  return answer ? { bytes: Buffer.from(answer.base64, 'base64'), finalUrl: answer.url || url } : undefined;
}
