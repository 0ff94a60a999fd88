/** The policy's documents byte for byte as the extension received them, for the evidence pack. */
import { gunzipSync } from 'node:zlib';
import type { PolicyOutcome } from '../../analyzers/artifacts';
import type { BrowserSession } from '../browser/session';

const ASK_MS = 10_000;
/** Bytes of one document once unpacked; the extension reads no larger ones. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Documents by their SHA-256, those that the extension still has; the pack checks each against its digest. Never throws. */
export async function receivedSources(session: BrowserSession, policy: PolicyOutcome): Promise<ReadonlyMap<string, Uint8Array>> {
  if (policy.status !== 'read') return new Map();
  const digests = [policy.document, ...policy.linked].map(({ source }) => source.sha256);
  const packed = await session.ask<{ sha256: string; gzip: string }[] | undefined>({ type: 'policy-sources', digests }, ASK_MS).catch(() => undefined);
  const found = new Map<string, Uint8Array>();
  for (const { sha256, gzip } of Array.isArray(packed) ? packed : []) {
    try {
      found.set(sha256, new Uint8Array(gunzipSync(Buffer.from(gzip, 'base64'), { maxOutputLength: MOST_BYTES })));
    } catch {
      // Kept badly: the pack has the policy's text all the same.
    }
  }
  return found;
}
