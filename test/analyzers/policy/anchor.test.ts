import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { anchorOf, findAnchor, textNodesOf } from '../../../analyzers/policy/anchor';
import { extractHtml } from '../../../analyzers/policy/extract';

const ORIGIN = { url: 'https://a.test/', finalUrl: 'https://a.test/', source: { mediaType: 'text/html', charset: 'utf-8', bytes: 0, sha256: '' }, fetchedAt: 0 };

/** Reads a page as a policy, anchors a passage of what was read, and gives the pieces of the page's own text nodes that are found for it. */
function locate(html: string, quote: string, which = 0): string[] | undefined {
  const page = parseHTML(`<!DOCTYPE html><html><head><title>隐私政策</title></head><body>${html}</body></html>`).document as unknown as Document;
  const { text } = extractHtml(page, ORIGIN);
  let start = text.indexOf(quote);
  for (let i = 0; i < which; i++) start = text.indexOf(quote, start + 1);
  expect(start).toBeGreaterThanOrEqual(0);
  const anchor = anchorOf(text, start, start + quote.length);
  const nodes = textNodesOf(page.body);
  const ranges = anchor && findAnchor(nodes.map((node) => node.data), anchor);
  return ranges?.map((range) => nodes[range.node]!.data.slice(range.start, range.end));
}

describe('a quote is found again in the page', () => {
  it('across inline elements, one part a text node', () => {
    expect(locate('<p>我们会<b>收集</b>您的<a href="#">手机号码</a>，用于登录。</p>', '收集您的手机号码，用于登录')).toEqual(['收集', '您的', '手机号码', '，用于登录']);
  });

  it('whatever white space, soft hyphens and zero-width characters the source holds', () => {
    // This DOM makes text nodes of their own of the entities.
    expect(locate('<p>我们\n   会收\u200b集&nbsp;&nbsp;您的 IP&shy; 地址</p>', '会收集 您的 IP 地址')?.join(' ')).toBe('会收\u200b集 您的 IP 地址');
  });

  it('in full-width letters and digits', () => {
    expect(locate('<p>拨打４００－１２３联系ＡＢＣ公司，我们会答复您。</p>', '４００－１２３联系ＡＢＣ公司')).toEqual(['４００－１２３联系ＡＢＣ公司']);
  });

  it('over the cells of a table row', () => {
    const html = '<table><tr><th>SDK名称</th><th>公司</th></tr><tr><td>云雀推送</td><td>北京云雀</td></tr><tr><td>海燕地图</td><td>上海海燕</td></tr></table>';
    expect(locate(html, '海燕地图\t上海海燕')).toEqual(['海燕地图', '上海海燕']);
  });

  it('at the right one of sentences that are said twice', () => {
    const html = '<h2>一、收集</h2><p id="a">我们会保护您的信息。甲方负责。</p><h2>二、共享</h2><p id="b">我们会保护您的信息。乙方负责。</p>';
    const page = parseHTML(`<html><body>${html}</body></html>`).document as unknown as Document;
    const { text } = extractHtml(page, ORIGIN);
    const nodes = textNodesOf(page.body);
    const quote = '我们会保护您的信息。';
    const parents = [text.indexOf(quote), text.lastIndexOf(quote)].map((start) => {
      const [range] = findAnchor(nodes.map((node) => node.data), anchorOf(text, start, start + quote.length)!)!;
      return nodes[range!.node]!.parentElement?.id;
    });
    expect(parents).toEqual(['a', 'b']);
  });

  it('by its place, where even the surroundings repeat', () => {
    const nodes = Array.from({ length: 60 }, () => '我们会保护您的信息。');
    const text = nodes.join('');
    const start = 30 * nodes[0]!.length;
    expect(findAnchor(nodes, anchorOf(text, start, start + nodes[0]!.length)!)?.[0]?.node).toBe(30);
  });

  it('around something that reading left out', () => {
    const html = '<p>在您使用本服务的整个过程当中我们会收集<button>说明</button><svg><text>图</text></svg>并且妥善保存您主动填写的手机号码和邮箱</p>';
    expect(locate(html, '在您使用本服务的整个过程当中我们会收集并且妥善保存您主动填写的手机号码和邮箱')).toEqual(['在您使用本服务的整个过程当中我们会收集', '并且妥善保存您主动填写的手机号码和邮箱']);
    const texts = ['在您使用本服务的整个过程当中我们会收集', '（广告）', '并且妥善保存您主动填写的手机号码和邮箱'];
    const text = '在您使用本服务的整个过程当中我们会收集并且妥善保存您主动填写的手机号码和邮箱';
    expect(findAnchor(texts, anchorOf(text, 0, text.length)!)?.map(({ node }) => node)).toEqual([0, 1, 2]);
  });

  it('without cutting a character of two units in half', () => {
    const [range] = findAnchor(['请看😀说明'], anchorOf('请看😀', 0, 4)!)!;
    expect('请看😀说明'.slice(range!.start, range!.end)).toBe('请看😀');
  });
});

describe('a quote that is not in the page', () => {
  it('is not found', () => {
    const text = '我们会收集您的手机号码，用于注册和登录本平台的账号。';
    expect(findAnchor(['完全不同的页面，没有这句话。'], anchorOf(text, 0, text.length)!)).toBeUndefined();
    expect(findAnchor([], anchorOf(text, 0, text.length)!)).toBeUndefined();
  });

  it('is no anchor when nothing of it can be seen', () => {
    expect(anchorOf('甲 \u200b\n乙', 1, 4)).toBeUndefined();
  });
});

describe('finding an anchor', () => {
  it('takes linear time on a page that repeats half a quote for ever', () => {
    const text = `${'我们'.repeat(200)}结束`;
    const anchor = anchorOf(text, 0, text.length)!;
    const before = performance.now();
    expect(findAnchor([`${'我们'.repeat(400_000)}`], anchor)).toBeUndefined();
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
