import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { extractDocument } from '../../../analyzers/policy/extract';
import type { PolicyDocument } from '../../../analyzers/artifacts';

const parse = (html: string) => parseHTML(html).document as unknown as Document;

function read(text: string, mediaType = 'text/html'): PolicyDocument {
  return extractDocument(text, { url: 'https://a.cn/p/', finalUrl: 'https://a.cn/p/', fetchedAt: 0, source: { mediaType, charset: 'utf-8', bytes: text.length, sha256: '' } }, parse);
}

const kinds = (document: PolicyDocument) => document.blocks.map((block) => [block.kind, document.text.slice(block.start, block.end)]);
const P = '我们会在您注册时收集您的手机号码，用于创建账号和保障账号安全，并在注销账号后删除这些信息。';

describe('an HTML policy', () => {
  const page = read(`<html><head><title>某某商城</title></head><body>
    <nav class="nav"><a href="/">首页</a><a href="/a">商品</a><a href="/b">我的</a></nav>
    <h1>隐私政策</h1><p>更新日期：2024年3月1日</p><p><b>一、我们收集的信息</b></p><p>${P}</p>
    <ul><li>手机号码</li><li>设备型号</li></ul>
    <table><tr><th>SDK名称</th><th>公司</th></tr><tr><td rowspan="2">推送</td><td>甲公司</td></tr><tr><td>乙公司</td></tr></table>
    <p>详见<a href="../sdk.html">第三方SDK目录</a>。</p><script>var x = '脚本里的字';</script>
    <footer><a href="/x">友情链接</a><p>© 2024 北京某某科技有限公司</p></footer></body></html>`);

  it('keeps headings, paragraphs, lists and tables in order', () => {
    expect(kinds(page).slice(0, 6)).toEqual([
      ['heading', '隐私政策'], ['paragraph', '更新日期：2024年3月1日'], ['heading', '一、我们收集的信息'], ['paragraph', P], ['list-item', '手机号码'], ['list-item', '设备型号'],
    ]);
  });

  it('marks the header row and gives a spanning cell to each of its rows', () => {
    const rows = page.blocks.filter((block) => block.kind === 'table-row');
    const cells = rows.map((row) => row.cells?.map((cell) => page.text.slice(cell.start, cell.end)));
    expect(rows.map((row) => row.isHeader)).toEqual([true, false, false]);
    expect(cells).toEqual([['SDK名称', '公司'], ['推送', '甲公司'], ['推送', '乙公司']]);
  });

  it('drops navigation and scripts, and keeps the operator of the footer as the last block', () => {
    expect(page.text).not.toMatch(/商品|脚本里的字/);
    expect(kinds(page).at(-1)).toEqual(['paragraph', '© 2024 北京某某科技有限公司']);
  });

  it('gives links with absolute addresses', () => {
    expect(page.links).toContainEqual({ text: '第三方SDK目录', href: 'https://a.cn/sdk.html' });
  });

  it('covers its text with blocks, without gaps but the line breaks', () => {
    expect(page.blocks.map((block) => page.text.slice(block.start, block.end)).join('\n')).toBe(page.text);
    expect(page.title).toBe('隐私政策');
    expect(page.language).toBe('zh');
  });
});

describe('tables', () => {
  const rowsOf = (html: string) => {
    const document = read(`<html><body><p>${P}</p>${html}<p>${P}</p></body></html>`);
    return document.blocks.filter((block) => block.kind === 'table-row').map((row) => [row.isHeader ? 'head' : 'row', row.table, ...(row.cells ?? []).map((cell) => document.text.slice(cell.start, cell.end))]);
  };

  it('give a cell that spans columns to each of them, once in the text', () => {
    expect(rowsOf('<table><thead><tr><th rowspan="2">类型</th><th colspan="2">第三方</th></tr><tr><th>名称</th><th>目的</th></tr></thead><tr><td>推送</td><td colspan="2">云雀</td></tr></table>')).toEqual([
      ['head', 0, '类型', '第三方', '第三方'], ['head', 0, '类型', '名称', '目的'], ['row', 0, '推送', '云雀', '云雀'],
    ]);
    expect(read(`<html><body><p>${P}</p><table><tr><td colspan="3">云雀</td></tr><tr><td>甲</td><td>乙</td><td>丙</td></tr></table></body></html>`).text.split('云雀')).toHaveLength(2);
  });

  it('keep a caption over all columns from being taken for their names', () => {
    expect(rowsOf('<table><tr><td colspan="2">第三方目录</td></tr><tr><td>SDK名称</td><td>公司</td></tr><tr><td>云雀</td><td>北京云雀</td></tr></table>').map(([kind]) => kind)).toEqual(['row', 'head', 'row']);
  });

  it('are one where a widget draws head and body apart', () => {
    expect(rowsOf('<div><table><thead><tr><th>SDK名称</th><th>公司</th></tr></thead></table></div><div><table><tr><td>云雀</td><td>北京云雀</td></tr><tr><td>燕子</td><td>上海燕子</td></tr></table></div>')).toEqual([
      ['head', 0, 'SDK名称', '公司'], ['row', 0, '云雀', '北京云雀'], ['row', 0, '燕子', '上海燕子'],
    ]);
  });

  it('stay two where the second has names of columns of its own', () => {
    expect(rowsOf('<table><tr><th>甲</th><th>乙</th></tr></table><table><tr><th>SDK名称</th><th>公司</th></tr><tr><td>云雀</td><td>北京云雀</td></tr></table>').map(([kind, table]) => [kind, table])).toEqual([['row', 0], ['head', 1], ['row', 1]]);
  });

  it('are known by their roles, and cells drawn by style are at least kept apart', () => {
    expect(rowsOf('<div role="table"><div role="row"><span role="columnheader">SDK名称</span><span role="columnheader">公司</span></div><div role="row"><span role="cell">云雀</span><span role="cell">北京云雀</span></div></div>')).toEqual([
      ['head', 0, 'SDK名称', '公司'], ['row', 0, '云雀', '北京云雀'],
    ]);
    expect(read(`<html><body><div class="tr"><span class="td">云雀</span><span class="td">北京云雀。</span></div><p>${P}</p></body></html>`).text).toContain('云雀 北京云雀');
  });
});

describe('structure that no tag shows', () => {
  it('drops a table of contents and keeps the sections it lists', () => {
    const document = read(`目录\n一、信息收集\n二、信息共享\n三、联系我们\n\n一、信息收集\n${P}\n二、信息共享\n${P}\n三、联系我们\n${P}`, 'text/plain');
    expect(document.blocks.filter((block) => block.kind === 'heading').map((block) => document.text.slice(block.start, block.end))).toEqual(['一、信息收集', '二、信息共享', '三、联系我们']);
    expect(document.text.split('一、信息收集')).toHaveLength(2);
  });

  it('does not take a short statement for a heading', () => {
    const document = read(`我们不会出售您的个人信息\n${P}${P}`, 'text/plain');
    expect(document.blocks[0]?.kind).toBe('paragraph');
  });

  it('reads a page without markup by its line breaks', () => {
    const document = read(`<body>${P}\n\n1. 信息使用\n\na) ${P}\n\nb) ${P}</body>`);
    expect(document.blocks.length).toBeGreaterThan(3);
  });

  it('joins words that the source wrapped', () => {
    expect(read('<p>我们收集您的个\n   人信息。</p>').text).toBe('我们收集您的个人信息。');
  });
});

describe('other sources', () => {
  it('reads Markdown with tables, and HTML tables inside it', () => {
    const document = read(`# 隐私政策\n\n**二、共享**\n\n${P}\n\n| 名称 | 目的 |\n|---|---|\n| 甲SDK | 推送 |\n\n<table><tr><th>项</th><th>期限</th></tr>\n<tr><td>日志</td><td>六个月</td></tr></table>`, 'text/markdown');
    expect(document.blocks.filter((block) => block.kind === 'table-row').map((block) => [block.isHeader, block.table])).toEqual([[true, 0], [false, 0], [true, 1], [false, 1]]);
    expect(document.text).not.toMatch(/[*|#<]/);
  });

  it('leaves the program out of JSX and keeps strings and nested elements', () => {
    const document = read(`import x from 'y';\nexport default function P() {\n  const [a] = useState<string>('');\n  return (<div className="p"><h1>隐私政策</h1>{a && (<p>${P}</p>)}{/* 注释 */}<p>{'字符串里的说明文字'}</p></div>);\n}`, 'text/jsx');
    expect(kinds(document)).toEqual([['heading', '隐私政策'], ['paragraph', P], ['paragraph', '字符串里的说明文字']]);
  });

  it('takes server marks out of a page', () => {
    expect(read(`<html><body><?php if ($a->b > 1) { ?><p>${P}</p><?php } ?><%= x %></body></html>`).text).toBe(P);
  });
});

describe('hostile pages', () => {
  it('with ten thousand nested elements are read without overflowing', () => {
    expect(read(`${'<div>'.repeat(10_000)}<p>${P}</p>`).text).toBe(P);
  });

  it('without body, or empty, give what there is', () => {
    expect(read(`<title>隐私政策</title><p>${P}</p>`).text).toContain(P);
    expect(read('').text).toBe('');
  });

  it('cannot widen a table without end by spanning cells', () => {
    const row = `<tr>${'<td rowspan="500">我们收集信息</td>'.repeat(20)}</tr>`;
    const widest = Math.max(...read(`<table>${row.repeat(200)}</table>`).blocks.map((block) => block.cells?.length ?? 0));
    expect(widest).toBeLessThanOrEqual(40);
  });

  it('leave the DOM as it was', () => {
    const document = parse(`<html><head></head><body><h1>隐私政策</h1><p>${P}</p><footer>© 某某公司</footer></body></html>`);
    const before = document.documentElement.outerHTML;
    extractDocument(before, { url: 'https://a.cn/', finalUrl: 'https://a.cn/', fetchedAt: 0, source: { mediaType: 'text/html', charset: 'utf-8', bytes: 0, sha256: '' } }, () => document);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

describe('a page whose lines are set to a width', () => {
  const letter = ['某某网站十分重视用户的隐私权，我们致力于维护用户的隐私权，保护用户的个人信', '息，使用户在使用本网站的服务时更加安全，本网站会采取适当的技术手段和管理措', '施来保护信息，避免任何的数据泄露。'];
  const page = read(`<html><body><h1>隐私政策</h1>${Array.from({ length: 8 }, (_, i) => letter.map((line) => `<p>${line.replace('某某', `第${i}`)}</p>`).join('')).join('')}</body></html>`);

  it('is read as the paragraphs it was', () => {
    expect(page.text).toContain('保护用户的个人信息，使用户');
    expect(page.text).toContain('管理措施来保护信息');
    expect(page.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(1);
    expect(page.blocks.filter(({ kind }) => kind === 'paragraph')).toHaveLength(8);
  });
});

describe('a table of contents', () => {
  it('ends with its list: the date right below it stays', () => {
    const page = read(`<html><body><h1>隐私政策</h1><p>本政策将帮助您了解以下内容：</p><ol><li>我们收集的信息</li><li>我们如何共享信息</li><li>您的权利</li></ol>
      <p>发布日期2024年【11】月【22】日</p><p>生效日期2024年【11】月【25】日</p>
      <h2>一、我们收集的信息</h2><p>${P}</p><h2>二、我们如何共享信息</h2><p>${P}</p><h2>三、您的权利</h2><p>${P}</p></body></html>`);
    expect(page.text).toContain('发布日期2024年');
    expect(page.text).toContain('生效日期2024年');
    expect(page.text.match(/您的权利/g)).toHaveLength(1);
  });
});

describe('the foot of a page', () => {
  it('is kept where it says since when the policy holds', () => {
    expect(read(`<html><body><h1>隐私政策</h1><p>${P}</p><div class="footer"><p>友情链接</p><p>本政策更新日期：2025年4月2日</p></div></body></html>`).text).toContain('2025年4月2日');
  });
});

describe('the source of a page under another name', () => {
  const view = `<!-- 页面 -->\n<template>\n<view class="page"><view class="title">一、我们收集的信息</view><scroll-view scroll-y><text class="paragraph">${P}</text></scroll-view></view>\n</template>\n<script>export default { data() { return {}; } };</script>`;
  const module = `'use client';\nimport Link from 'x';\nexport default function Page() {\n  return (\n    <main><h1>隐私政策</h1><p>${P}</p></main>\n  );\n}\n`;

  it.each(['text/html', 'text/plain'])('reads a component whatever its name says: %s', (mediaType) => {
    expect(read(view, mediaType).text).toContain(P);
    expect(read(view, mediaType).text).not.toContain('export default');
  });

  it('reads a module with JSX that is called a page', () => {
    expect(read(module).text).toContain(P);
    expect(read(module).text).not.toContain('import');
  });

  it('opens the templates of a file that shows nothing else, never those of a page from the web', () => {
    const page = `<html><body><template><h1>隐私政策</h1><p>${P}</p></template></body></html>`;
    const file = extractDocument(page, { url: '/tmp/a.html', finalUrl: '/tmp/a.html', fetchedAt: 0, source: { mediaType: 'text/html', charset: 'utf-8', bytes: page.length, sha256: '' } }, parse);
    expect(file.text).toContain(P);
    expect(read(page).text).toBe('');
  });

  it('heads a numbered entry of Markdown over its own entries, and takes no entry of a list for a title', () => {
    const document = read(`# 隐私政策\n\n1. 信息收集与使用\n   为了提供服务，我们会收集以下信息：\n\n    - 基本信息：手机号码\n    - 设备信息：设备型号\n\n您可以：\n\n1. 查看资料\n2. 删除账号\n\n${P}`, 'text/markdown');
    expect(kinds(document).filter(([kind]) => kind === 'heading').map(([, text]) => text)).toEqual(['隐私政策', '1. 信息收集与使用']);
  });
});
