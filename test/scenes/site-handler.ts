/** Serves one host of a scene from its folder, with the special answers that its `scene.json` names. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';
import { encode } from 'iconv-lite';
import { GENERATORS } from './generated-pages';
import { mediaType, type Handler, type SceneResponse } from './http';
import type { Scene, SpecialResponse } from './scene';

/** Handler for `host`, whose files are in `<scene folder>/<folder>`. `/` is `index.html`, `/about` may be `about.html`. */
export function siteHandler(scene: Scene, host: string, folder: string): Handler {
  const root = join(scene.folder, folder);
  let version = 1;
  return (request) => {
    const [path = '/', query = ''] = request.path.split('?');
    version = Number(/(?:^|&)scene-version=([1-9])(?:&|$)/.exec(query)?.[1] ?? version);
    const versions = request.method === 'GET' ? scene.versions?.[`${host}${path}`] : undefined;
    if (versions) return fileResponse(join(root, versions[Math.min(version, versions.length) - 1]!));
    const special = scene.responses[`${request.method} ${host}${path}`] ?? (request.method === 'GET' ? scene.responses[`${host}${path}`] : undefined);
    if (special) return { ...specialResponse(special, root, path), delayMs: special.delayMs };
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
    const file = findFile(root, path);
    // Browsers ask for it unasked; a 404 would be the only noise in an otherwise silent console.
    if (file === undefined && path === '/favicon.ico') return { status: 204 };
    return file === undefined ? undefined : fileResponse(file);
  };
}

function fileResponse(file: string): SceneResponse {
  return { headers: { 'content-type': mediaType(file) }, body: readFileSync(file) };
}

function specialResponse(special: SpecialResponse, root: string, path: string): SceneResponse {
  const { status, headers } = special;
  if (special.json !== undefined) return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body: JSON.stringify(special.json) };
  if (special.generate) {
    const generator = GENERATORS[special.generate.kind];
    if (!generator) throw new Error(`unknown generator ${special.generate.kind}`);
    return { status, headers: { 'content-type': generator.mediaType, ...headers }, body: generator.make(special.generate.amount) };
  }
  const file = special.file === undefined ? findFile(root, path) : join(root, special.file);
  if (file === undefined) return { status, headers };
  const bytes = readFileSync(file);
  return { status, headers: { 'content-type': mediaType(file), ...headers }, body: special.charset ? encode(bytes.toString('utf8'), special.charset) : bytes };
}

function findFile(root: string, path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  const wanted = normalize(join(root, decoded));
  if (wanted !== root && !wanted.startsWith(root + sep)) return undefined;
  return [wanted, `${wanted}.html`, join(wanted, 'index.html')].find((file) => existsSync(file) && statSync(file).isFile());
}
