/**
 * The other companies of the scene library: what a collector, a captcha, a payment page or a CDN answers. Scripts that are
 * published as npm packages are those packages, served from node_modules; the rest is written here and does what its kind
 * does. Scenes name these handlers in `hosts` as `third-party:<name>`.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crossOrigin, jsonFor, mediaType, pixel, type Handler, type SceneRequest, type SceneResponse } from '../http';

const SCRIPTS = join(dirname(fileURLToPath(import.meta.url)), 'site');
const YEAR_SECONDS = 365 * 24 * 3600;

/** Packages that the CDN gives out. */
const PACKAGES = ['@fingerprintjs/fingerprintjs', 'klaro', 'vanilla-cookieconsent', 'posthog-js', 'sa-sdk-javascript'];

/** A public CDN for script libraries: `/ajax/libs/<package>/<version>/<file>`, long caching, no cookie, no identifier. */
const packageCdn: Handler = (request) => {
  const match = /^\/ajax\/libs\/((?:@[\w-]+\/)?[\w-]+)\/[\w.]+\/([\w./-]+)$/.exec(request.path);
  const name = match?.[1] ?? '';
  if (!PACKAGES.includes(name)) return undefined;
  const root = join(packageFolder(name), 'dist');
  const file = normalize(join(root, match?.[2] ?? ''));
  if (!file.startsWith(root + sep) || !existsSync(file)) return undefined;
  return script(request, readFileSync(file), file);
};

/** An event collector that speaks the protocol of sa-sdk-javascript; `sa.gif` answers with its own cookie as well. */
const sensorsCollector: Handler = (request) => {
  if (request.path.startsWith('/sdk/sensorsdata.js')) return script(request, readFileSync(join(packageFolder('sa-sdk-javascript'), 'dist/web/sensorsdata.js')));
  if (/^\/sa(\.gif)?(\?|$)/.test(request.path)) return pixel(request, { 'set-cookie': identifierCookie('sa_uid', request) });
  return undefined;
};

/** A PostHog server of one's own: the SDK, its settings, and the event and flag endpoints. */
const posthogServer: Handler = (request) => {
  if (request.method === 'OPTIONS') return { status: 204, headers: crossOrigin(request) };
  if (request.path.startsWith('/static/array.js')) return script(request, readFileSync(join(packageFolder('posthog-js'), 'dist/array.full.no-external.js')));
  if (/^\/(e|i\/v0\/e|batch|s)\//.test(request.path)) return jsonFor(request, { status: 1 });
  if (/^\/(flags|decide)\//.test(request.path)) return jsonFor(request, { featureFlags: {}, errorsWhileComputingFlags: false, supportedCompression: ['gzip-js'], sessionRecording: false });
  if (/^\/array\/[\w-]+\/config(\.js)?/.test(request.path)) return request.path.includes('config.js') ? script(request, Buffer.from('')) : jsonFor(request, { supportedCompression: ['gzip-js'], hasFeatureFlags: false });
  return undefined;
};

/** The same with session recording switched on: the recorder is the package's own, built on rrweb. */
const sessionRecorder: Handler = (request) => {
  if (request.path.startsWith('/static/array.js')) return script(request, readFileSync(join(packageFolder('posthog-js'), 'dist/array.full.js')));
  const bundle = /^\/static\/(?:[\d.]+\/)?((?:posthog-|lazy-)?recorder)\.js/.exec(request.path)?.[1];
  if (bundle) return script(request, readFileSync(join(packageFolder('posthog-js'), `dist/${bundle}.js`)));
  const recording = { endpoint: '/s/', recorderVersion: 'v2', consoleLogRecordingEnabled: false, sampleRate: null, minimumDurationMilliseconds: null };
  if (/^\/(flags|decide)\//.test(request.path)) return jsonFor(request, { featureFlags: {}, errorsWhileComputingFlags: false, supportedCompression: ['gzip-js'], sessionRecording: recording });
  if (/^\/array\/[\w-]+\/config(\.js)?/.test(request.path)) return request.path.includes('config.js') ? script(request, Buffer.from('')) : jsonFor(request, { supportedCompression: ['gzip-js'], hasFeatureFlags: true, sessionRecording: recording });
  return posthogServer(request);
};

/** Site statistics by a counter script and a pixel: first-party cookie by the script, third-party cookie by the pixel. */
const counter: Handler = (request) => {
  if (request.path.startsWith('/hm.js')) return script(request, readFileSync(join(SCRIPTS, 'counter.js')));
  if (request.path.startsWith('/hm.gif')) return pixel(request, { 'set-cookie': identifierCookie('HMACCOUNT', request) });
  return undefined;
};

/** The tag script of a statistics service abroad. */
const tagScript: Handler = (request) => (request.path.startsWith('/gtag/js') ? script(request, readFileSync(join(SCRIPTS, 'tag.js'))) : undefined);

/** Where the tag script reports to. */
const tagCollector: Handler = (request) => (request.path.startsWith('/g/collect') ? { status: 204, headers: crossOrigin(request) } : undefined);

/** An advertising-attribution service: FingerprintJS with a loader that reports the device's number and the landing page. */
const adAttribution: Handler = (request) => {
  if (request.method === 'OPTIONS') return { status: 204, headers: crossOrigin(request) };
  if (request.path.startsWith('/agent.js')) {
    const library = readFileSync(join(packageFolder('@fingerprintjs/fingerprintjs'), 'dist/fp.umd.min.js'));
    return script(request, Buffer.concat([library, Buffer.from('\n'), readFileSync(join(SCRIPTS, 'agent.js'))]));
  }
  if (request.path.startsWith('/v1/landing')) return jsonFor(request, { code: 0, matched: false });
  return undefined;
};

/** A slider captcha: script, challenge, answer, and a cookie of its own that keeps robots apart from people. */
const captcha: Handler = (request) => {
  if (request.path.startsWith('/v4/gt4.js')) return script(request, readFileSync(join(SCRIPTS, 'captcha.js')));
  if (request.path.startsWith('/load')) return jsonFor(request, { status: 'success', challenge: token(request, 'challenge') }, { 'set-cookie': identifierCookie('captcha_v4_user', request) });
  if (request.path.startsWith('/verify')) return jsonFor(request, { status: 'success', pass_token: token(request, 'pass') });
  return undefined;
};

/** A cashier page that a shop shows in a frame, with the payer's own session cookie. */
const cashier: Handler = (request) => {
  if (!request.path.startsWith('/cashier')) return undefined;
  return { headers: { 'content-type': 'text/html; charset=utf-8', 'set-cookie': `JSESSIONID=${token(request, 'cashier')}; Path=/; Secure; HttpOnly; SameSite=None` }, body: readFileSync(join(SCRIPTS, 'cashier.html')) };
};

/** A map service: script and picture tiles, nothing that tells visitors apart. */
const map: Handler = (request) => {
  if (request.path.startsWith('/maps')) return script(request, readFileSync(join(SCRIPTS, 'map.js')));
  if (request.path.startsWith('/tile')) return { headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' }, body: tile(request.path) };
  return undefined;
};

/** A partner firm that takes customer records over an open interface. */
const leadBuyer: Handler = (request) => (request.method === 'OPTIONS' ? { status: 204, headers: crossOrigin(request) } : jsonFor(request, { code: 0, msg: 'received' }));

export const THIRD_PARTIES: Record<string, Handler> = {
  'package-cdn': packageCdn,
  'sensors-collector': sensorsCollector,
  'posthog-server': posthogServer,
  'session-recorder': sessionRecorder,
  counter,
  'tag-script': tagScript,
  'tag-collector': tagCollector,
  'ad-attribution': adAttribution,
  captcha,
  cashier,
  map,
  'lead-buyer': leadBuyer,
};

function script(request: SceneRequest, body: Buffer, file = 'script.js'): SceneResponse {
  return { headers: { ...crossOrigin(request), 'content-type': mediaType(file), 'cache-control': 'public, max-age=3600' }, body };
}

/** A third-party cookie that tells browsers apart for a year. */
function identifierCookie(name: string, request: SceneRequest): string {
  return `${name}=${token(request, name)}; Max-Age=${YEAR_SECONDS}; Path=/; Secure; HttpOnly; SameSite=None`;
}

/** 32 hex digits that look random and differ from browser to browser and from moment to moment. */
function token(request: SceneRequest, salt: string): string {
  return createHash('md5').update(`${salt} ${request.at} ${request.headers['user-agent'] ?? ''} ${request.path}`).digest('hex');
}

function tile(path: string): string {
  const shift = (path.length * 7 + (path.codePointAt(path.length - 1) ?? 0) * 13) % 90;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><rect width="256" height="256" fill="#f2efe6"/><rect x="${shift}" y="20" width="90" height="70" fill="#cfe6c4"/><path d="M0 ${120 + shift / 3}H256M${60 + shift} 0V256" stroke="#fff" stroke-width="14"/><path d="M0 ${120 + shift / 3}H256" stroke="#f3c86b" stroke-width="5"/></svg>`;
}

/** Folder of an installed package: its own package.json may not be exported, so its folder is taken from any file's path. */
function packageFolder(name: string): string {
  const entry = createRequire(import.meta.url).resolve(name);
  const marker = join('node_modules', ...name.split('/'));
  return entry.slice(0, entry.lastIndexOf(marker) + marker.length);
}
