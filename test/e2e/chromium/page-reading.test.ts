/** What only a laid-out page tells: boxes, stars and messages drawn by style sheets. The page reader alone, without the extension. */
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { fileURLToPath } from 'node:url';
import { build, type Rollup } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageSurface } from '../../../analyzers/artifacts';
import { findBrowser } from '../../../cli/browser/find';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const entry = fileURLToPath(new URL('../../../analyzers/page/surface.ts', import.meta.url));
  const built = await build({ configFile: false, logLevel: 'silent', build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'pageReader' } } });
  const executablePath = await findBrowser('chromium', { progress: () => undefined });
  browser = await puppeteer.launch({ executablePath: executablePath!, headless: true, pipe: true, args: ['--disable-gpu', '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] });
  page = await browser.newPage();
  await page.setViewport({ width: 390, height: 844 });
  // New content keeps the page's window, and with it the reader.
  await page.evaluate((built as Rollup.RollupOutput[])[0]!.output[0].code);
});

afterAll(() => browser?.close());

/** Reads a page of some mark-up under some style. */
async function read(style: string, body: string): Promise<PageSurface> {
  await page.setContent(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>会员</title><style>body{margin:0;font:14px/1.6 sans-serif}${style}</style><body>${body}</body></html>`);
  return (await page.evaluate("pageReader.readSurface(document, { at: 1, url: 'https://www.example.cn/' })")) as PageSurface;
}

const docs = '<a href="/u">《用户协议》</a>和<a href="/p">《隐私政策》</a>';
const login = (line: string) => `<div><input placeholder="请输入手机号"><div class="btn">登录</div>${line}</div>`;
const square = '.w{display:inline-block;width:15px;height:15px;border:1px solid #bbb;padding:0}';
const picture = 'url(data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7)';

describe('a box that only its style draws', () => {
  it.each([
    ['a sprite', `.s{display:inline-block;width:16px;height:16px;background:${picture} 0 -32px}`, `<div><em class="s"></em>我已阅读并同意${docs}</div>`],
    ['a picture without a name', '', `<p><img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" width="15" height="15"><span>我已阅读并同意${docs}</span></p>`],
    ['a mask', `.s{display:inline-block;width:18px;height:18px;background:#bbb;-webkit-mask:${picture}}`, `<div><span class="s"></span> 我已知悉并同意${docs}</div>`],
    ['a pseudo-element with a frame', '.t::before{content:"";display:inline-block;width:14px;height:14px;border:1px solid #999}', `<label><span class="t">我已阅读并同意${docs}</span></label>`],
    ['a pseudo-element with a glyph', '.t::before{content:"\\e643"}', `<p class="t">我已阅读并同意${docs}</p>`],
    ['the ground of the line', `.t{padding-left:24px;background:${picture} no-repeat 0 center/16px 16px}`, `<p class="t">我已阅读并同意${docs}</p>`],
    ['a nested part under a hashed name', '.a{display:flex}.b{width:18px;height:18px;border:1px solid #ccc;border-radius:9px}', `<div class="a"><div class="b"><div></div></div><div>我已仔细阅读并同意${docs}</div></div>`],
    ['a link without an address', square, `<div><a class="w" href="javascript:;"></a><span>我已阅读并同意${docs}</span></div>`],
    ['an empty button', square, `<div><button type="button" class="w"></button><span>我已阅读并同意${docs}</span></div>`],
    ['a square behind the line', `.a{display:flex}${square}`, `<div class="a"><span>我已阅读并同意${docs}</span><div class="w"></div></div>`],
    ['parts placed by hand', '.a>*{position:absolute}.a{position:relative;height:200px}', `<div class="a"><div style="left:64px;top:140px;width:300px"><p style="margin:0"><span>我已阅读并同意</span><span>《隐私政策》</span></p></div><div style="left:40px;top:142px;width:16px;height:16px;border:1px solid"><div></div></div></div>`],
    ['a square before a declared consent', `.a{display:flex}${square}`, `<div class="a"><div class="w"></div><div>登录即代表同意${docs}</div></div>`],
  ])('is seen: %s', async (_what, style, line) => {
    const { tickBoxes } = await read(style, login(line));
    expect(tickBoxes).toMatchObject([{ made: 'drawn', visible: true, checkedAtLoad: false, label: expect.stringContaining('《隐私政策》') as string }]);
  });

  it.each([
    ['ways to log in above the line', '.a i{display:inline-block;width:36px;height:36px;border-radius:18px;background:#07c160}', `<div class="a"><i class="wx"></i><i class="qq"></i></div><p>登录即代表同意${docs}</p>`],
    ['room left above the line', '', `<div style="height:16px"></div><p>登录即代表同意${docs}</p>`],
    ['an arrow behind the line', '.r{display:inline-block;width:10px;height:10px;border-right:1px solid #999;border-top:1px solid #999;transform:rotate(45deg)}', '<p>登录即代表同意<a href="/p">《隐私政策》</a><i class="r"></i></p>'],
    ['a dot before the line', '.t::before{content:"";display:inline-block;width:4px;height:4px;border-radius:2px;background:#999}', `<p class="t">登录即代表同意${docs}</p>`],
    ['the box of another line', square, `<div><i class="w"></i> 7天内自动登录</div><p>登录即代表同意${docs}</p>`],
  ])('is not made of %s', async (_what, style, line) => {
    const { tickBoxes, forms } = await read(style, login(line));
    expect(tickBoxes).toEqual([]);
    expect(forms[0]!.notices).toMatchObject([{ impliesConsent: true }]);
  });
});

describe('a field that must be filled', () => {
  const row = (label: string, field: string, mark = '') => `<div class="row"><div class="head ${mark}"><label>${label}</label></div><div class="body">${field}</div></div>`;
  const required = async (style: string, rows: string) => (await read(style, `<form>${rows}<button>提交</button></form>`)).forms[0]!.fields.map(({ kind, required, visible }) => [kind, required, visible]);

  it('is the one whose label the style marks, not the one after it', async () => {
    expect(await required('.must label::before{content:"*";color:red}', row('姓名', '<input>', 'must') + row('月收入', '<span>请选择</span>'))).toEqual([['name', true, true], ['income', false, true]]);
  });

  it('is not one that only shows that nothing is chosen yet', async () => {
    expect(await required('', row('姓名', '<input>') + row('婚姻状况', '<span>请选择</span>'))).toEqual([['name', false, true], ['marital-status', false, true]]);
  });

  it('is one against which a message in red stands', async () => {
    expect(await required('', row('姓名', '<input>') + row('生日', '<input readonly><p style="color:#f5222d">请选择生日</p>'))).toEqual([['name', false, true], ['birthday', true, true]]);
  });

  it('is seen where its input is transparent under a drawn list', async () => {
    const select = '<div class="select" style="position:relative;height:30px"><input type="search" role="combobox" style="opacity:0;width:100%"><span class="select-placeholder">请选择</span></div>';
    expect(await required('', row('姓名', '<input>') + row('学历', select))).toEqual([['name', false, true], ['education', false, true]]);
  });
});
