import { describe, expect, it } from 'vitest';
import { findReach } from '../../cli/audit/reach';
import type { BrowserSession } from '../../cli/browser/session';

const HOME = 'https://www.example.cn/';
const page = (...links: [string, string][]) => `<html><body><h1>某站</h1>${links.map(([href, text]) => `<p><a href="${href}">${text}</a></p>`).join('')}</body></html>`;

/** A browser whose extension page fetches from a made-up site. */
function browsing(site: Record<string, string | number>): BrowserSession {
  const answer = (url: string) => {
    const found = site[new URL(url).pathname];
    return typeof found === 'string' ? { url, status: 200, html: found } : { url, ...(found === undefined ? {} : { status: found }) };
  };
  return { inExtension: (body: string) => Promise.resolve((JSON.parse(/const urls = (\[.*\]);/.exec(body)![1]!) as string[]).map(answer)) } as unknown as BrowserSession;
}

const chain = (length: number): Record<string, string> => {
  const site: Record<string, string> = { '/': page(['/1', '关于']) };
  for (let i = 1; i < length; i++) site[`/${i}`] = i === length - 1 ? page(['/privacy', '隐私政策']) : page([`/${i + 1}`, `第 ${i + 1} 层`], ['/', '首页']);
  return site;
};

describe('the way from the home page to the policy', () => {
  it('counts the clicks and names the links of the shortest way', async () => {
    const reach = await findReach(browsing({ ...chain(5), '/': page(['/1', '关于'], ['/news', '新闻']), '/news': page() }), HOME, 'example.cn');
    expect(reach).toMatchObject({ clicks: 5, searched: 4, path: [{ url: HOME, text: '关于' }, { text: '第 2 层' }, { text: '第 3 层' }, { text: '第 4 层' }, { text: '隐私政策' }] });
  });

  it('takes a shorter way where there is one', async () => {
    const site = { ...chain(5), '/': page(['/1', '关于'], ['/help', '帮助']), '/help': page(['/privacy', '隐私政策']) };
    expect((await findReach(browsing(site), HOME, 'example.cn')).clicks).toBe(2);
  });

  it('does not claim to have looked at all where a page could not be loaded', async () => {
    const site = { ...chain(5), '/': page(['/1', '关于'], ['/slow', '专题']) };
    expect(await findReach(browsing(site), HOME, 'example.cn')).toMatchObject({ clicks: 5, searched: 1 });
  });

  it('takes a page that is not there for looked at', async () => {
    const site = { ...chain(5), '/': page(['/1', '关于'], ['/gone', '旧闻']), '/gone': 404 };
    expect(await findReach(browsing(site), HOME, 'example.cn')).toMatchObject({ clicks: 5, searched: 4 });
  });

  it('does not leave the site, and ends on links in a circle', async () => {
    const site = { '/': page(['https://other.example.org/', '友链'], ['/a', '甲']), '/a': page(['/', '首页'], ['/a', '甲']) };
    const reach = await findReach(browsing(site), HOME, 'example.cn');
    expect(reach).toMatchObject({ pages: 2, path: [] });
    expect(reach.clicks).toBeUndefined();
  });

  it('looks at a bounded number of pages of an endless site', async () => {
    const endless = { inExtension: (body: string) => Promise.resolve((JSON.parse(/const urls = (\[.*\]);/.exec(body)![1]!) as string[]).map((url) => ({ url, status: 200, html: page(...Array.from({ length: 30 }, (_, i): [string, string] => [`/x${new URL(url).pathname.replaceAll('/', '-')}${i}`, `第 ${i} 篇`])) }))) } as unknown as BrowserSession;
    const reach = await findReach(endless, HOME, 'example.cn');
    expect(reach.pages).toBeLessThanOrEqual(80);
    expect(reach.searched).toBeLessThan(3);
  });
});
