import { X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeCertificate } from './scenes/certificate';
import { RULES } from '../analyzers/rules';
import { CASES, NEVER_A_VIOLATION } from './scenes/coverage';
import { checkScene, loadScenes, type Scene } from './scenes/scene';
import { startSceneServer, type SceneServer } from './scenes/server';

const CONDUCT_RULES = [
  'pre-consent-identifier', 'undisclosed-recipient', 'typed-data-to-third-party', 'pre-ticked-consent', 'implied-consent-notice', 'missing-policy',
  'dead-policy-link', 'sensitive-field-without-notice',
];

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

let server: SceneServer;
beforeAll(async () => {
  server = await startSceneServer();
});
afterAll(() => server.stop());
beforeEach(() => server.clear());

/** Asks the server for an address the way a browser with mapped hosts does. */
function ask(address: string, options: { method?: string; body?: Buffer | string; headers?: Record<string, string> } = {}): Promise<Answer> {
  const url = new URL(address);
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port: server.port, servername: url.hostname, rejectUnauthorized: false, method: options.method ?? 'GET', path: url.pathname + url.search, headers: { host: url.host, ...options.headers } },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) }));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(options.body);
  });
}

describe('the library', () => {
  const scenes = loadScenes();
  const sites = scenes.filter((scene) => !scene.id.startsWith('bad-input/'));

  it('has at least twelve sites, and at least four that must stay clean', () => {
    expect(sites.length).toBeGreaterThanOrEqual(12);
    expect(sites.filter((scene) => scene.expect.violations.length === 0 && scene.expect.reviews.length === 0).length).toBeGreaterThanOrEqual(4);
  });

  it('plays every case it lists with sites that are there, or says why no page can', () => {
    const ids = new Set(scenes.map(({ id }) => id));
    const named = CASES.flatMap((one) => ('scenes' in one ? one.scenes : []));
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    expect(CASES.filter((one) => ('scenes' in one ? one.scenes.length === 0 : one.why.length < 20)).map(({ name }) => name)).toEqual([]);
  });

  it.each(NEVER_A_VIOLATION.map(({ what, scenes: list }) => [what, list] as const))('keeps a clean site for: %s', (_what, list) => {
    const kept = list.map((id) => scenes.find((scene) => scene.id === id)?.expect);
    expect(kept.every((expected) => expected !== undefined && expected.violations.length === 0)).toBe(true);
  });

  it('has a site on which each rule that a page or its traffic can break is broken, and another on which it is not', () => {
    const accused = new Set(sites.flatMap(({ expect: { violations, reviews } }) => [...violations, ...reviews]));
    // A request is overdue by the case diary, not by what a site shows.
    expect(RULES.map(({ id }) => id).filter((id) => !accused.has(id) && id !== 'overdue-rights-request')).toEqual([]);
    expect(RULES.map(({ id }) => id).filter((id) => sites.every(({ expect: { violations } }) => violations.includes(id)))).toEqual([]);
  });

  it.each(CONDUCT_RULES)('has a site on which %s is violated and one on which it is not', (rule) => {
    expect(sites.some((scene) => scene.expect.violations.includes(rule))).toBe(true);
    expect(sites.some((scene) => !scene.expect.violations.includes(rule) && scene.expect.open?.[rule] === undefined)).toBe(true);
  });

  it.each(sites.map((scene) => [scene.id, scene] as const))('%s links to nothing of its own that is not there, unless that is its fault', async (_id, scene) => {
    const dead: string[] = [];
    for (const page of pagesOf(scene)) {
      const { document } = parseHTML((await ask(page)).body.toString('utf8'));
      for (const element of document.querySelectorAll('a[href], link[href], script[src], img[src]')) {
        const target = new URL(element.getAttribute('href') ?? element.getAttribute('src') ?? '', page);
        if (target.host in scene.hosts && (await ask(target.href)).status !== 200) dead.push(target.pathname);
      }
    }
    expect([...new Set(dead)]).toEqual(scene.expect.policy === 'http-error' ? ['/docs/privacy-policy.html'] : []);
  });

  it.each(sites.filter((scene) => scene.expect.policy === 'read').map((scene) => [scene.id, scene] as const))('%s links to its policy from the page of the visit', async (_id, scene) => {
    const { document } = parseHTML((await ask(scene.url)).body.toString('utf8'));
    expect([...document.querySelectorAll('a')].some((link) => /隐私政策|Privacy Policy/.test(link.textContent ?? ''))).toBe(true);
  });
});

/** Addresses of the HTML files of a scene's own hosts. */
function pagesOf(scene: Scene): string[] {
  return Object.entries(scene.hosts)
    .filter(([, target]) => !target.startsWith('third-party:'))
    .flatMap(([host, folder]) => readdirSync(join(scene.folder, folder)).filter((file) => file.endsWith('.html')).map((file) => `https://${host}/${file}`));
}

describe('reading scene.json', () => {
  const folder = loadScenes()[0]?.folder ?? '';
  const sound = (): Record<string, unknown> => JSON.parse(readFileSync(join(folder, 'scene.json'), 'utf8')) as Record<string, unknown>;
  const id = String(sound().id);

  it('finds no fault in a sound scene', () => {
    expect(checkScene(sound(), id, folder)).toEqual([]);
  });

  it.each<[string, (scene: Record<string, unknown>) => void, RegExp]>([
    ['an id that is not the folder name', (s) => { s.id = 'other'; }, /its folder says/],
    ['a title without English', (s) => { s.title = { 'zh-CN': '标题' }; }, /"title" has no en/],
    ['a host whose folder is missing', (s) => { s.hosts = { 'a.test': 'nowhere' }; s.url = 'https://a.test/'; }, /"nowhere", which is not there/],
    ['a third party nobody wrote', (s) => { s.hosts = { 'a.test': 'third-party:ghost' }; s.url = 'https://a.test/'; }, /"ghost"/],
    ['a start on a foreign host', (s) => { s.url = 'https://elsewhere.test/'; }, /"hosts" does not name/],
    ['a step that does nothing known', (s) => { s.steps = [{ do: 'hover', selector: 'a' }]; }, /does none of/],
    ['a step without its field', (s) => { s.steps = [{ do: 'type', selector: 'input' }]; }, /steps\[0\]\.text/],
    ['a failure reason that does not exist', (s) => { s.expect = { violations: [], reviews: [], policy: 'lost' }; }, /neither "read" nor a reason/],
    ['two outcomes for one rule', (s) => { s.expect = { violations: ['missing-policy'], reviews: ['missing-policy'], policy: 'read' }; }, /two outcomes/],
    ['a misspelt key below later', (s) => { s.expect = { violations: [], reviews: [], policy: 'read', later: { violation: [] } }; }, /unknown key "violation"/],
    ['versions of a page that are not there', (s) => { s.versions = { [`${Object.keys(s.hosts as object)[0]}/privacy.html`]: ['nowhere.html', 'lost.html'] }; }, /sends nowhere\.html, which is not there/],
    ['a misspelt key', (s) => { s.storry = {}; }, /unknown key "storry"/],
  ])('names %s', (_name, spoil, message) => {
    const scene = sound();
    spoil(scene);
    expect(checkScene(scene, id, folder).join('\n')).toMatch(message);
  });

  it('lists the faults of all files at once, and hosts on which two scenes disagree', () => {
    const library = mkdtempSync(join(tmpdir(), 'scenes-'));
    try {
      for (const name of ['one', 'two', 'broken']) mkdirSync(join(library, name, 'site'), { recursive: true });
      const text = { 'zh-CN': '某站', en: 'A site' };
      const scene = (name: string): string => JSON.stringify({ id: name, title: text, story: text, url: 'https://same.test/', hosts: { 'same.test': 'site' }, steps: [], expect: { violations: [], reviews: [], policy: 'read' } });
      writeFileSync(join(library, 'one', 'scene.json'), scene('one'));
      writeFileSync(join(library, 'two', 'scene.json'), scene('two'));
      writeFileSync(join(library, 'broken', 'scene.json'), '{');
      expect(() => loadScenes(library)).toThrow(/broken: scene\.json cannot be read[\s\S]*two: host same\.test is two\/site here and one\/site elsewhere/);
    } finally {
      rmSync(library, { recursive: true });
    }
  });
});

describe('the server', () => {
  it('serves the same page over http and over https on one port', async () => {
    const plain = await ask('http://www.qingmu-shop.test/');
    const secure = await ask('https://www.qingmu-shop.test/');
    expect(plain.status).toBe(200);
    expect(secure.body.equals(plain.body)).toBe(true);
    expect(server.requests.map((r) => r.protocol)).toEqual(['http', 'https']);
  });

  it('is an http proxy: whole addresses are taken by their host', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      httpRequest({ host: '127.0.0.1', port: server.port, path: 'http://www.yunshan-home.test/style.css', headers: { host: 'www.yunshan-home.test' } }, (r) => { r.resume(); resolve(r.statusCode ?? 0); }).on('error', reject).end();
    });
    expect(status).toBe(200);
    expect(server.requests[0]).toMatchObject({ host: 'www.yunshan-home.test', path: '/style.css' });
  });

  it('is an https proxy: CONNECT leads to the same TLS hosts', async () => {
    const first = await new Promise<string>((resolve, reject) => {
      const socket = connect(server.port, '127.0.0.1', () => socket.write('CONNECT www.yunshan-home.test:443 HTTP/1.1\r\nHost: www.yunshan-home.test:443\r\n\r\n'));
      socket.on('error', reject);
      socket.once('data', (established) => {
        expect(established.toString()).toMatch(/^HTTP\/1\.1 200/);
        const secure = connectTls({ socket, servername: 'www.yunshan-home.test', rejectUnauthorized: false }, () => secure.write('GET / HTTP/1.1\r\nHost: www.yunshan-home.test\r\nConnection: close\r\n\r\n'));
        secure.on('error', reject);
        secure.once('data', (data: Buffer) => { resolve(data.toString('latin1').split('\r\n')[0] ?? ''); secure.destroy(); });
      });
    });
    expect(first).toBe('HTTP/1.1 200 OK');
  });

  it('answers a host that no scene has with 502 and logs it, instead of passing it on', async () => {
    expect((await ask('http://www.example.com/')).status).toBe(502);
    expect(server.requests.map((r) => r.host)).toEqual(['www.example.com']);
  });

  it('does not give out files beside a site, whatever the path says', async () => {
    const { status } = await ask('http://www.qingmu-shop.test/..%2fscene.json');
    expect(status).toBe(404);
  });

  it('logs method, headers and body, cut to 64 KB with its true length beside it', async () => {
    await ask('https://api.jiancai-lianmeng.test/v2/leads', { method: 'POST', body: Buffer.alloc(100_000, 0x61), headers: { origin: 'https://www.anju-zhuangxiu.test' } });
    const logged = server.requests[0];
    expect(logged).toMatchObject({ method: 'POST', host: 'api.jiancai-lianmeng.test', bodyBytes: 100_000 });
    expect(logged?.body.length).toBe(64 * 1024);
    expect(logged?.headers.origin).toBe('https://www.anju-zhuangxiu.test');
  });

  it('finds requests by host, and by domain when a dot stands in front', async () => {
    await ask('http://static.geetest.com/v4/gt4.js');
    await ask('http://gcaptcha4.geetest.com/load');
    expect(server.requestsTo('static.geetest.com')).toHaveLength(1);
    expect(server.requestsTo('.geetest.com')).toHaveLength(2);
    expect(server.requestsTo('.etest.com')).toHaveLength(0);
  });

  it('sends a GBK page as GBK bytes', async () => {
    const { body, headers } = await ask('https://www.jiangcheng-zaobao.test/privacy.html');
    expect(headers['content-type']).toBe('text/html');
    expect(new TextDecoder('gbk', { fatal: true }).decode(body)).toContain('江城早报网站隐私政策');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(body)).toThrow();
  });

  it('sends the version of a page that was asked for last, from the first on', async () => {
    const policy = async () => (await ask('https://www.shiguang-shufang.test/privacy.html')).body.toString('utf8');
    const first = await policy();
    await ask('https://www.shiguang-shufang.test/?scene-version=2');
    const second = await policy();
    expect(second).not.toBe(first);
    expect(await policy()).toBe(second);
    await ask('https://www.shiguang-shufang.test/?scene-version=1');
    expect(await policy()).toBe(first);
  });

  it('runs real packages at third parties, and their collectors set a cookie for a year', async () => {
    const sdk = await ask('https://collect.shuju-yun.test/sdk/sensorsdata.js');
    expect(sdk.body.equals(readFileSync('node_modules/sa-sdk-javascript/dist/web/sensorsdata.js'))).toBe(true);
    const gif = await ask('https://collect.shuju-yun.test/sa.gif?project=p&data=e30=');
    expect(gif.headers['content-type']).toBe('image/gif');
    expect(gif.headers['set-cookie']?.[0]).toMatch(/^sa_uid=[0-9a-f]{32}; Max-Age=31536000;/);
  });

  it('keeps a CDN and a map free of cookies', async () => {
    for (const address of ['https://cdn.bootcdn.net/ajax/libs/vanilla-cookieconsent/3.1.0/cookieconsent.umd.js', 'https://webrd01.is.autonavi.com/tile?x=1&y=2&z=16']) {
      const answer = await ask(address);
      expect(answer.status).toBe(200);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it('makes the large pages as large as they claim to be', async () => {
    expect((await ask('https://www.changwen.test/')).body.length).toBeGreaterThanOrEqual(10 * 1024 * 1024);
    expect((await ask('https://www.juchang.test/privacy.html')).body.length).toBeGreaterThan(12 * 1024 * 1024);
    expect((await ask('https://www.dabiaoge.test/')).body.toString().match(/<input /g)).toHaveLength(5000);
  });

  it('lists every scene on the index page', async () => {
    const { body } = await ask('http://scenes.test/');
    for (const scene of server.scenes) expect(body.toString()).toContain(`href="${scene.url.replaceAll('&', '&amp;')}"`);
  });

  it('stops at once, with a connection still open and an answer held back', async () => {
    const other = await startSceneServer({ scenes: server.scenes.filter((scene) => scene.id === 'bad-input/never-finishes-loading') });
    const socket = connect(other.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write('GET /slow.png HTTP/1.1\r\nHost: www.manman.test\r\n\r\n');
    await expect.poll(() => other.requests.length).toBe(1);
    await other.stop();
    await expect(new Promise((resolve, reject) => connect(other.port, '127.0.0.1', () => resolve('open')).on('error', reject))).rejects.toThrow(/ECONNREFUSED/);
  });
});

describe('the certificate', () => {
  it('is signed by its own key, names every host and is valid now', () => {
    const now = new Date();
    const { cert } = makeCertificate(['www.qingmu-shop.test', 'hm.baidu.com'], now);
    const parsed = new X509Certificate(cert);
    expect(parsed.verify(parsed.publicKey)).toBe(true);
    expect(parsed.checkHost('hm.baidu.com')).toBe('hm.baidu.com');
    expect(parsed.checkHost('other.test')).toBeUndefined();
    expect(new Date(parsed.validFrom).getTime()).toBeLessThan(now.getTime());
    expect(new Date(parsed.validTo).getTime()).toBeGreaterThan(now.getTime());
  });
});
