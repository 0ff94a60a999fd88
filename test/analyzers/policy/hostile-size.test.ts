import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../analyzers/artifacts';
import { classifyDocument } from '../../../analyzers/policy/classify';
import { extractDocument } from '../../../analyzers/policy/extract';
import { sizeOfSource, withinBounds } from '../../../analyzers/policy/source-size';

const SENTENCE = '我们会收集您的手机号码用于登录，并在注销账号后三十日内删除您的个人信息。';
const PARAGRAPH = `<p>${SENTENCE}</p>\n`;
const POLICY = PARAGRAPH.repeat(20);
const page = (body: string) => `<!DOCTYPE html><html><head><title>隐私政策</title></head><body>${body}</body></html>`;

/** Generous for a busy machine: what is bounded takes well below a second of processor time, what is not takes ten and more. */
const SECONDS = 4;

function read(text: string, mediaType = 'text/html') {
  const from = process.cpuUsage();
  const origin = { url: 'x', finalUrl: 'http://a.cn/', fetchedAt: 0, source: { mediaType, charset: 'utf-8', bytes: text.length, sha256: '' } };
  let parsed = 0;
  const document = extractDocument(text, origin, (html) => {
    parsed++;
    return parseHTML(html).document as unknown as Document;
  });
  const { user, system } = process.cpuUsage(from);
  return { document, parsed, seconds: (user + system) / 1e6, kind: classifyDocument(document) };
}
const tooLarge = { kind: 'failure', reason: 'too-large' };

describe('the size of a page', () => {
  it('counts elements and text, and nothing of scripts, styles and comments', () => {
    expect(sizeOfSource('<p>字<b>字</b></p><script>var a="<p>";</script><style>p{}</style><!-- <p>字 -->')).toEqual({ elements: 4, text: 2 });
  });

  it('takes a "<" that opens no tag for text', () => {
    expect(sizeOfSource('1 < 2 <<p>x')).toEqual({ elements: 1, text: 5 });
  });

  it('counts the attributes of a monstrous tag, not those of a long picture address', () => {
    const many = Array.from({ length: 30_000 }, (_, i) => `a${i}=1`).join(' ');
    expect(withinBounds(`<p ${many}>字</p>`)).toBeUndefined();
    expect(withinBounds(`<img src="data:image/png;base64,${'A'.repeat(100_000)}">`)).toBeDefined();
  });
});

describe('a page that is too large', () => {
  it('of ten megabytes of paragraphs is told without parsing it', () => {
    const { kind, parsed, seconds } = read(page(PARAGRAPH.repeat((10 * 1024 * 1024) / (PARAGRAPH.length * 2))));
    expect([kind, parsed]).toEqual([tooLarge, 0]);
    expect(seconds).toBeLessThan(SECONDS);
  });

  it('of real size is read whole: a policy of a megabyte', () => {
    const html = page(PARAGRAPH.repeat(9_000));
    const { document, kind, seconds } = read(html);
    expect(Buffer.byteLength(html)).toBeGreaterThan(1_000_000);
    expect(kind).toEqual({ kind: 'policy' });
    expect(document.text.split('\n').filter((line) => line === SENTENCE)).toHaveLength(9_000);
    expect(seconds).toBeLessThan(SECONDS);
  });

  it('only because a word processor put marks around every word loses the marks, not the text', () => {
    const { document, kind } = read(page('<p><span lang="ZH">我们收集您的</span><span style="color:#000">手机号码</span><b>用于登录</b>。</p>'.repeat(6_000)));
    expect(kind).toEqual({ kind: 'policy' });
    expect(document.text.slice(0, 20)).toBe('我们收集您的手机号码用于登录。\n我们收集');
  });
});

describe('a hostile document costs no more than an honest one', () => {
  const cases: [string, string, string?][] = [
    ['60,000 nested boxes', page(POLICY + '<b><div>'.repeat(60_000))],
    ['60,000 links', page(POLICY + '<a href="/x">链接文字</a> '.repeat(60_000))],
    ['cells that span all rows', page(`${POLICY}<table>${`<tr>${'<td rowspan=500>格子</td>'.repeat(40)}</tr>`.repeat(1_500)}</table>`)],
    ['cells that span all rows, few enough to be read', page(`${POLICY}<table>${`<tr>${'<td rowspan=500>格子</td>'.repeat(40)}</tr>`.repeat(450)}</table>`)],
    ['titles inside titles', page(`${POLICY}${'<div class="title">'.repeat(3_000)}${'字'.repeat(20_000)}`)],
    ['deep boxes for Readability', page('<div>'.repeat(100) + `<div>${PARAGRAPH}<a href="x">链接</a></div>`.repeat(1_200))],
    ['three million spaces', page(`${POLICY}<p>${' '.repeat(3_000_000)}字</p>`)],
    ['three million "<"', page('<'.repeat(3_000_000))],
    ['Markdown links that never close', `# 隐私政策\n${SENTENCE}\n${'[a]('.repeat(200_000)}`, 'text/markdown'],
    ['Markdown tables without end', `# 隐私政策\n${SENTENCE}\n${'|a|b|\n'.repeat(200_000)}`, 'text/markdown'],
    ['HTML inside Markdown that never closes', `# 隐私政策\n${SENTENCE}\n${'<a href="x" '.repeat(80_000)}`, 'text/markdown'],
    ['lines of spaces', `隐私政策\n${SENTENCE}\n${`a${' '.repeat(20_000)}b\t\n`.repeat(40)}`, 'text/plain'],
  ];
  it.each(cases)('%s', (_name, text, mediaType) => {
    const { seconds, document } = read(text, mediaType);
    expect(seconds).toBeLessThan(SECONDS);
    // Bounded is not enough: the policy itself is read, or the document is told to be too large.
    expect(document.text.includes(SENTENCE) || document.text.length > LIMITS.policyChars).toBe(true);
  }, 60_000);
});
