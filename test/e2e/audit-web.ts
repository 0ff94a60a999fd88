/** A small web for the audit's own tests: sites that ask, sites that hide, and sites that misbehave, by host name on one loopback port. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createTls } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { makeCertificate } from '../scenes/certificate';
import { smallPdf } from '../cli/small-pdf';

export interface AuditWeb {
  /** Arguments that lead Chromium to it: every host but `dead.test`, which does not resolve. */
  chromeArgs: string[];
  /** Requests so far. */
  requests: { host: string; path: string; method: string; agent: string; body: string }[];
  stop(): Promise<void>;
}

const html = (title: string, body: string) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><body>${body}</body></html>`;

const ARTICLES = [
  '青禾花木网隐私政策', '更新日期：2026年3月1日。生效日期：2026年3月8日。', '一、我们是谁',
  '本政策由杭州青禾花木有限公司（以下简称“我们”）制定，注册地址为杭州市西湖区文三路100号，联系邮箱 privacy@qinghe.test。', '二、我们收集哪些个人信息',
  '您注册账号时，我们收集您的手机号码和昵称，用于创建账号和登录验证。', '您下单时，我们收集收货人姓名、收货地址和联系电话，用于配送商品。', '三、信息的保存',
  '您的个人信息保存在中华人民共和国境内，订单信息自交易完成之日起保存三年，到期后予以删除。', '四、您的权利',
  '您可以在“我的—设置”中查阅、更正、删除您的个人信息，也可以注销账号。我们在十五个工作日内答复您的请求。', '五、投诉举报', '您对处理结果不满意的，可以拨打 0571-88886666 投诉，或者向网信部门举报。',
];
const LIST = ['第三方信息共享清单', '百度统计：提供方为北京百度网讯科技有限公司，收集设备标识符、访问页面，用于统计分析。', '顺丰速运：提供方为顺丰速运有限公司，收集收货人姓名、电话、地址，用于配送。'];
const paragraphs = (lines: readonly string[]) => lines.map((text) => `<p>${text}</p>`).join('');
const POLICY = html('隐私政策', paragraphs(ARTICLES));
const onPaper = (lines: readonly string[]) => smallPdf([lines.map((text, index) => ({ text: text.slice(0, 44), y: 780 - index * 40, size: index === 0 ? 18 : 11 }))]);

const HOME = (links: string, script = '') => html('青禾花木', `<h1>青禾花木</h1><p>四季花卉，送货上门，全年无休。</p><nav>${links}</nav><footer>杭州青禾花木有限公司</footer>${script}`);

/** A banner whose refusal stands behind its settings, and which then pays no heed to it. */
const CHOICE = html('青禾花木', `<h1>青禾花木</h1><p>四季花卉，送货上门。</p><a href="/privacy">隐私政策</a>
<div id="ask" style="position:fixed;bottom:0;left:0;right:0;padding:16px;background:#fff;border:1px solid #333">
<p>我们使用 Cookie 收集您的访问信息用于统计分析，详见《隐私政策》。请选择是否同意。</p>
<button id="yes">全部同意</button> <button id="more">更多设置</button></div>
<div id="layer" role="dialog" style="display:none;position:fixed;top:20%;left:20%;width:60%;padding:20px;background:#fff;border:1px solid #333"><h2>Cookie 设置</h2>
<p>我们使用 Cookie 收集您的访问信息，您可以选择同意哪些用途。</p>
<label><input type="checkbox" checked disabled> 必要</label> <label><input type="checkbox" id="stat" checked> 统计分析</label> <label><input type="checkbox" id="ads" checked> 个性化广告</label>
<button id="save">保存我的选择</button></div>
<script>
const $ = (id) => document.getElementById(id);
const send = () => { const id = localStorage.uid ||= Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join(''); fetch('http://c.tongji-yun.test/collect?uid=' + id, { method: 'POST', mode: 'no-cors' }); };
const decide = (choice) => { localStorage.choice = choice; $('ask').style.display = $('layer').style.display = 'none'; setTimeout(send, 300); };
if (localStorage.choice) { $('ask').style.display = 'none'; send(); }
$('yes').onclick = () => decide('yes');
$('more').onclick = () => { $('ask').style.display = 'none'; $('layer').style.display = 'block'; };
$('save').onclick = () => decide($('stat').checked || $('ads').checked ? 'some' : 'no');
</script>`);

const SCRIPTED = (lines: readonly string[], links = '') => html('隐私政策', `<div id="app"></div><script>setTimeout(() => { const app = document.getElementById('app'); for (const text of ${JSON.stringify(lines)}) { const p = document.createElement('p'); p.textContent = text; app.append(p); } ${links} }, 200);</script>`);
const LIST_LINK = "const a = document.createElement('a'); a.href = '/list'; a.textContent = '第三方信息共享清单'; app.append(a);";

/** A registration form that tells a stranger what was typed, before anybody sends it. */
const REGISTER = html('注册', `<h1>免费注册</h1><form action="/welcome" method="post"><label>姓名 <input name="name"></label> <label>手机号 <input name="phone" type="tel"></label>
<label>身份证号 <input name="idcard"></label> <label>验证码 <input name="code" maxlength="6"></label><button>立即注册</button></form><a href="/privacy">隐私政策</a>
<script>document.querySelector('[name=phone]').addEventListener('blur', (e) => fetch('http://cdn.luru-yun.test/track', { method: 'POST', mode: 'no-cors', body: JSON.stringify({ phone: e.target.value }) }));</script>`);

/** A dialog of a consent platform in a frame of its own origin; the page obeys the answer. */
const FRAMED_CHOICE = html('青禾花木', `<h1>青禾花木</h1><p>四季花卉，送货上门。</p><a href="/privacy">隐私政策</a>
<iframe id="ask" src="http://ask.cmp-yun.test/box" style="position:fixed;bottom:0;left:0;width:100%;height:220px;border:0;background:#fff"></iframe>
<script>
const send = () => fetch('http://c.tongji-yun.test/collect?uid=' + (localStorage.uid ||= Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('')), { method: 'POST', mode: 'no-cors' });
if (localStorage.choice) document.getElementById('ask').remove();
if (localStorage.choice === 'yes') send();
addEventListener('message', ({ origin, data }) => {
  if (origin !== 'http://ask.cmp-yun.test') return;
  localStorage.choice = data;
  document.getElementById('ask').remove();
  if (data === 'yes') send();
});
</script>`);
const FRAMED_BOX = html('同意', `<div role="dialog" style="padding:16px;border:1px solid #333"><p>我们使用 Cookie 收集您的访问信息用于统计分析，详见《隐私政策》。请选择是否同意。</p>
<button id="yes" style="padding:8px 20px">同意</button> <button id="no" style="padding:8px 20px">拒绝</button></div>
<script>for (const id of ['yes', 'no']) document.getElementById(id).onclick = () => parent.postMessage(id, '*');</script>`);

/** Log-in and registration without links: one opens a box in the page, the other leads on by script; a third would log in by one tap. */
const SCRIPTED_DOORS = HOME(`<div id="in" class="door" style="cursor:pointer;display:inline-block">登录</div> <button id="up">注册</button> <button id="tap">一键登录</button> <a href="/privacy">隐私政策</a>`,
  `<div id="box" role="dialog" style="display:none;position:fixed;top:20%;left:30%;width:40%;background:#fff;padding:20px;border:1px solid #333"><h2>登录</h2>
<form><input name="phone" type="tel" placeholder="手机号"> <input name="code" placeholder="验证码"><p><input type="checkbox" id="agree" checked><label for="agree">我已阅读并同意《用户协议》《隐私政策》</label></p><button>登录</button></form></div>
<script>document.getElementById('in').addEventListener('click', () => { document.getElementById('box').style.display = 'block'; });
document.getElementById('up').addEventListener('click', () => { window.open('/join'); });
document.getElementById('tap').addEventListener('click', () => { fetch('/tapped', { method: 'POST' }); });</script>`);

type Page = string | Uint8Array | ((request: IncomingMessage, response: ServerResponse) => void);

const SITES: Record<string, Record<string, Page>> = {
  'choice.test': { '/': CHOICE, '/privacy': POLICY },
  'c.tongji-yun.test': { '/collect': '' },
  'cdn.luru-yun.test': { '/track': '' },
  'scripted.test': { '/': HOME('<a href="/privacy">隐私政策</a>'), '/privacy': SCRIPTED(ARTICLES, LIST_LINK), '/list': SCRIPTED(LIST) },
  'paper.test': { '/': HOME('<a href="/privacy.pdf">隐私政策</a>'), '/privacy.pdf': onPaper(ARTICLES) },
  'account.test': { '/': HOME('<a href="/login">登录</a> <a href="/register">注册</a> <a href="/privacy">隐私政策</a>'), '/login': html('登录', '<h1>登录</h1><form><input name="user" placeholder="手机号"><input type="password" name="p" placeholder="密码"><button>登录</button></form>'), '/register': REGISTER, '/privacy': POLICY },
  'framed.test': { '/': FRAMED_CHOICE, '/privacy': POLICY },
  'ask.cmp-yun.test': { '/box': FRAMED_BOX },
  'doors.test': { '/': SCRIPTED_DOORS, '/join': REGISTER, '/tapped': '', '/privacy': POLICY },
  'hidden-text.test': {
    '/': HOME('<a href="/privacy">隐私政策</a>'),
    '/privacy': html('隐私政策', `<my-policy></my-policy><script>setTimeout(() => { document.querySelector('my-policy').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(paragraphs(ARTICLES.slice(0, 6)))};
const frame = document.createElement('iframe'); frame.src = '/rest.html'; document.body.append(frame); }, 200);</script>`),
    '/rest.html': html('', paragraphs(ARTICLES.slice(6))),
  },
  'word.test': { '/': HOME('<a href="/privacy.docx">隐私政策</a>'), '/privacy.docx': (_, response) => response.writeHead(200, { 'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }).end(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 0x21, 0])) },
  'paper-list.test': { '/': HOME('<a href="/privacy">隐私政策</a>'), '/privacy': html('隐私政策', `${paragraphs(ARTICLES)}<p>我们接入的第三方见<a href="/list.pdf">第三方信息共享清单</a>。</p>`), '/list.pdf': onPaper(LIST) },
  'closed.test': { '/': HOME(''), '/robots.txt': 'User-agent: *\nDisallow: /\n' },
  'login-box.test': { '/': (_, response) => response.writeHead(401, { 'www-authenticate': 'Basic realm="staff"' }).end() },
  'loop.test': { '/': (_, response) => response.writeHead(302, { location: '/' }).end() },
  'error.test': { '/': (_, response) => response.writeHead(404, { 'content-type': 'text/html' }).end(html('404', '<h1>找不到页面</h1>')) },
  'file.test': { '/': (_, response) => response.writeHead(200, { 'content-disposition': 'attachment; filename="a.zip"', 'content-type': 'application/zip' }).end('PK') },
  'alerts.test': { '/': html('弹', '<p>欢迎光临</p><script>for (;;) alert("再看看");</script>') },
  'windows.test': { '/': HOME('<a href="/privacy">隐私政策</a>', '<script>for (let i = 0; i < 40; i++) open("/?" + i);</script>'), '/privacy': POLICY },
  'restless.test': { '/': HOME('<a href="/privacy">隐私政策</a>', '<script>setInterval(() => fetch("/beat?" + Math.random()), 60);</script>'), '/beat': '', '/privacy': POLICY },
  'hung.test': { '/': () => undefined },
};
for (let i = 1; i <= 4; i++) SITES[`plain${i}.test`] = { '/': HOME('<a href="/privacy">隐私政策</a>'), '/privacy': POLICY };
SITES['map.test'] = { '/sitemap.xml': '<?xml version="1.0"?><urlset><url><loc>http://map.test/one</loc></url><url><loc>http://elsewhere.test/</loc></url></urlset>', '/one': HOME('<a href="/privacy">隐私政策</a>'), '/privacy': POLICY };

/** Starts it. */
export async function startAuditWeb(): Promise<AuditWeb> {
  const requests: AuditWeb['requests'] = [];
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const { hostname, pathname } = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => requests.push({ host: hostname, path: request.url ?? '', method: request.method ?? '', agent: request.headers['user-agent'] ?? '', body: Buffer.concat(chunks).toString() }));
    const page = SITES[hostname]?.[pathname];
    if (typeof page === 'function') return page(request, response);
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': pathname.endsWith('.pdf') ? 'application/pdf' : pathname.endsWith('.txt') ? 'text/plain' : pathname.endsWith('.xml') ? 'text/xml' : 'text/html' }).end(page ?? 'nothing here');
  };
  const plain = createServer(answer);
  // Signed by nobody a browser knows.
  const secure = createTls(makeCertificate(['tls.test']), answer);
  const sockets = new Set<Socket>();
  for (const server of [plain, secure]) server.on('connection', (socket: Socket) => (sockets.add(socket), socket.on('error', () => undefined)));
  const ports = await Promise.all([plain, secure].map((server) => new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)))));
  return {
    chromeArgs: [`--host-resolver-rules=MAP dead.test ~NOTFOUND,MAP tls.test 127.0.0.1:${ports[1]},MAP * 127.0.0.1:${ports[0]},EXCLUDE localhost`],
    requests,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([plain, secure].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}
