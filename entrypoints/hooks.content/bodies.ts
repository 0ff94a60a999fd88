/** Watches bodies that webRequest cannot read: blobs in beacons and requests, streams, socket frames. */
import type { Line } from './line';
import { watchMethod } from './wrap';

/** As `LIMITS.bodyBytes`; repeated here so that the page's world loads no analyzer. */
const MAX_BYTES = 64 * 1_024;
/** Bytes read for one document in all. */
let bytesLeft = 4 * 1_024 * 1_024;

const readBlob = Blob.prototype.arrayBuffer;
const sliceBlob = Blob.prototype.slice;

export function watchBodies(line: Line): void {
  const tell = (url: string, via: 'beacon' | 'websocket' | 'fetch-stream', bytes: Uint8Array) => {
    if (bytesLeft <= 0 || bytes.length === 0) return;
    const cut = bytes.subarray(0, MAX_BYTES);
    bytesLeft -= cut.length;
    line.tell({ t: 'body', at: Date.now(), url, via, body: base64(cut) });
  };
  const tellData = (url: string, via: 'beacon' | 'websocket' | 'fetch-stream', data: unknown) => {
    if (typeof data === 'string') tell(url, via, new TextEncoder().encode(data.slice(0, MAX_BYTES)));
    else if (data instanceof ArrayBuffer) tell(url, via, new Uint8Array(data.slice(0, MAX_BYTES)));
    else if (ArrayBuffer.isView(data)) tell(url, via, new Uint8Array(data.buffer, data.byteOffset, Math.min(data.byteLength, MAX_BYTES)).slice());
    else if (data instanceof Blob) {
      void readBlob.call(sliceBlob.call(data, 0, MAX_BYTES)).then((buffer) => tell(url, via, new Uint8Array(buffer))).catch(() => undefined);
    }
  };

  watchMethod(Navigator.prototype, 'sendBeacon', (_self, [url, data]) => {
    if (data instanceof Blob) tellData(absolute(url), 'beacon', data);
  });
  if (typeof WebSocket === 'function') {
    watchMethod(WebSocket.prototype, 'send', (self, [data]) => tellData((self as WebSocket).url, 'websocket', data));
  }
  watchMethod(window, 'fetch', (_self, args) => {
    const [input, init] = args as [unknown, RequestInit | undefined];
    const body = init?.body;
    const url = absolute(input instanceof Request ? input.url : input);
    if (body instanceof Blob) tellData(url, 'fetch-stream', body);
    else if (body instanceof ReadableStream && !body.locked) {
      const [forPage, forUs] = body.tee();
      args[1] = { ...init, body: forPage };
      void firstBytes(forUs).then((bytes) => tell(url, 'fetch-stream', bytes)).catch(() => undefined);
    }
  });
  const addresses = new WeakMap<object, string>();
  watchMethod(XMLHttpRequest.prototype, 'open', (self, [, url]) => void addresses.set(self as object, absolute(url)));
  watchMethod(XMLHttpRequest.prototype, 'send', (self, [body]) => {
    const url = addresses.get(self as object);
    if (url && body instanceof Blob) tellData(url, 'fetch-stream', body);
  });
}

/** Reads the beginning of our copy of a stream, then lets go of it. */
async function firstBytes(stream: ReadableStream): Promise<Uint8Array> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length < MAX_BYTES) {
    const { done, value } = await reader.read();
    if (done) break;
    if (!(value instanceof Uint8Array)) break;
    parts.push(value.slice(0, MAX_BYTES - length));
    length += parts[parts.length - 1]!.length;
  }
  reader.cancel().catch(() => undefined);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function absolute(url: unknown): string {
  try {
    return new URL(String(url), document.baseURI).href.slice(0, 4_096);
  } catch {
    return '';
  }
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}
