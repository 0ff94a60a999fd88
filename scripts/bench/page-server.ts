/** Saved pages on loopback, each as it lies on disk, under a host of its own. */
import { createServer, type Server } from 'node:http';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, parse } from 'node:path';

export interface SavedPage {
  /** File name without its extension. */
  id: string;
  url: string;
  bytes: number;
}

/** Serves every page of a folder; anything else that a page asks for is answered with 404. */
export async function servePages(folder: string): Promise<{ pages: SavedPage[]; stop(): void }> {
  const files = readdirSync(folder).filter((name) => /\.(html?|jsp|php|ftl|tpl|volt|aspx?|vue|wxml)$/i.test(name)).sort();
  const byHost = new Map(files.map((name) => [hostOf(name), join(folder, name)]));
  const server: Server = createServer((request, response) => {
    const path = byHost.get((request.headers.host ?? '').replace(/:\d+$/, ''));
    if (!path || new URL(request.url ?? '/', 'http://page.test').pathname !== '/') return void response.writeHead(404).end();
    const bytes = readFileSync(path);
    // Templates name no charset: their server does. A page that names one is left to its own word.
    const names = /<meta[^>]{0,200}charset\s*=/i.test(bytes.subarray(0, 4_096).toString('latin1'));
    response.writeHead(200, { 'content-type': names ? 'text/html' : 'text/html; charset=utf-8' }).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const pages = files.map((name) => ({ id: parse(name).name, url: `http://${hostOf(name)}:${port}/`, bytes: statSync(join(folder, name)).size }));
  return { pages, stop: () => server.close() };
}

function hostOf(file: string): string {
  return `${parse(file).name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}.page.test`;
}
