import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../cli/lists/address';
import { readList } from '../../cli/lists/read-list';
import { fetchSitemap } from '../../cli/lists/sitemap';
import type { BrowserSession } from '../../cli/browser/session';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('readAddress', () => {
  it.each([
    ['example.cn', 'https://example.cn/'],
    ['http://a.test:8080/x?y#z', 'http://a.test:8080/x?y#z'],
    ['localhost:3000', 'https://localhost:3000/'],
    ['例子.中国', 'https://xn--fsqu00a.xn--fiqs8s/'],
    ['https://user:secret@a.test/', 'https://a.test/'],
  ])('takes %s', (text, url) => expect(readAddress(text)).toBe(url));

  it.each(['', 'file:///etc/passwd', 'javascript:alert(1)', 'http://', '网站名称', 'two words.cn', 'mailto:a@b.cn', 'ftp://a.test'])('takes “%s” for no address', (text) => {
    expect(readAddress(text)).toBeUndefined();
  });
});

describe('readList', () => {
  it('reads lines, leaves out notes, keeps each address once, and tells rubbish with its line', () => {
    expect(readList(bytes('\uFEFF# sites\r\na.test\r\n\r\nhttps://a.test/\r\n???\r\nb.test/x\r\n'), 'list.txt')).toEqual({
      urls: ['https://a.test/', 'https://b.test/x'], rejected: [{ number: 5, text: '???' }], sitemaps: [],
    });
  });

  it.each([
    ['单位,网址,备注\n甲公司,a.test,"有,逗号"\n乙公司,https://b.test/,\n', ['https://a.test/', 'https://b.test/']],
    ['name;homepage\nA;"a.test"\nB;b.test\n', ['https://a.test/', 'https://b.test/']],
    ['A\thttps://a.test/\nB\thttps://b.test/\n', ['https://a.test/', 'https://b.test/']],
    ['rank,domain\n1,a.test\n2,b.test\n', ['https://a.test/', 'https://b.test/']],
    ['1,a.test\n2,b.test\n', ['https://a.test/', 'https://b.test/']],
  ])('finds the column of addresses in %j', (csv, urls) => {
    expect(readList(bytes(csv), 'list.csv').urls).toEqual(urls);
  });

  it('reads a table saved by a Chinese spreadsheet (GB18030) and tells a bad cell with its line', () => {
    const gbk = new Uint8Array([0xcd, 0xf8, 0xd6, 0xb7, 0x0a, ...bytes('a.test\nnot an address\n')]); // 网址
    expect(readList(gbk, 'list.csv')).toMatchObject({ urls: ['https://a.test/'], rejected: [{ number: 3, text: 'not an address' }] });
  });

  it('reads sitemaps, packed ones too, and the sitemaps an index names', () => {
    const map = '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc> https://a.test/1?x=1&amp;y=2 </loc></url><url><loc>/2</loc></url></urlset>';
    expect(readList(gzipSync(map), 'sitemap.xml.gz')).toEqual({ urls: ['https://a.test/1?x=1&y=2'], rejected: [{ number: 2, text: '/2' }], sitemaps: [] });
    const index = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://a.test/s1.xml</loc></sitemap></sitemapindex>';
    expect(readList(bytes(index), 'x').sitemaps).toEqual(['https://a.test/s1.xml']);
  });
});

describe('fetchSitemap', () => {
  const session = (files: Record<string, string>) => ({
    inExtension: (body: string) => {
      const url = JSON.parse(/fetch\(("[^"]*")/.exec(body)![1]!) as string;
      return Promise.resolve(files[url] === undefined ? null : { base64: Buffer.from(files[url]).toString('base64'), url });
    },
  }) as unknown as BrowserSession;
  const map = (...urls: string[]) => `<urlset>${urls.map((url) => `<url><loc>${url}</loc></url>`).join('')}</urlset>`;

  it('follows an index, keeps to its own host, and ends at the limit', async () => {
    const files = {
      'https://a.test/sitemap.xml': '<sitemapindex><sitemap><loc>https://a.test/1.xml</loc></sitemap><sitemap><loc>https://other.test/2.xml</loc></sitemap><sitemap><loc>https://a.test/sitemap.xml</loc></sitemap></sitemapindex>',
      'https://a.test/1.xml': map('https://a.test/x', 'https://other.test/y', 'https://a.test/z'),
    };
    expect(await fetchSitemap(session(files), 'https://a.test/sitemap.xml', 10)).toEqual(['https://a.test/x', 'https://a.test/z']);
    expect(await fetchSitemap(session(files), 'https://a.test/sitemap.xml', 1)).toEqual(['https://a.test/x']);
    expect(await fetchSitemap(session({}), 'https://a.test/sitemap.xml', 1)).toBeUndefined();
  });
});
