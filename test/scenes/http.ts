/** What a scene's hosts get and give: a request with its whole body, and a response in one piece. */

export interface SceneRequest {
  /** When it came in, ms since 1970. */
  at: number;
  protocol: 'http' | 'https';
  method: string;
  /** Lower case, without port. */
  host: string;
  /** Path with query. */
  path: string;
  headers: Record<string, string>;
  /** First 64 KB of the body. */
  body: Buffer;
  /** Length of the whole body. */
  bodyBytes: number;
}

export interface SceneResponse {
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
  /** Milliseconds the answer is held back; the server does not stay up for it. */
  delayMs?: number;
}

/** Answers a request, or gives undefined where the host has nothing at that path (404). */
export type Handler = (request: SceneRequest) => SceneResponse | undefined;

/** Media type by file name. Chinese pages say their own charset in the page, as most do; scripts and styles are UTF-8. */
export function mediaType(file: string): string {
  const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  return MEDIA_TYPES[extension] ?? 'application/octet-stream';
}

const MEDIA_TYPES: Record<string, string> = {
  html: 'text/html', htm: 'text/html', txt: 'text/plain; charset=utf-8', css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8', svg: 'image/svg+xml', png: 'image/png', gif: 'image/gif', ico: 'image/x-icon', pdf: 'application/pdf',
};

/** JSON answer that any page may read, as public collectors give it. */
export function jsonFor(request: SceneRequest, value: unknown, headers: Record<string, string | string[]> = {}): SceneResponse {
  return { headers: { ...crossOrigin(request), 'content-type': 'application/json; charset=utf-8', ...headers }, body: JSON.stringify(value) };
}

/** The 1×1 transparent GIF that trackers answer with. */
export function pixel(request: SceneRequest, headers: Record<string, string | string[]> = {}): SceneResponse {
  return { headers: { ...crossOrigin(request), 'content-type': 'image/gif', 'cache-control': 'no-store', ...headers }, body: PIXEL };
}

/** Headers that let the asking page read the answer, cookies included. */
export function crossOrigin(request: SceneRequest): Record<string, string> {
  return {
    'access-control-allow-origin': request.headers.origin ?? '*',
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers': request.headers['access-control-request-headers'] ?? 'content-type',
    'access-control-allow-methods': 'GET, POST, OPTIONS',
  };
}

const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
