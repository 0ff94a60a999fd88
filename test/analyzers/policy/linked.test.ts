import { getDomain } from 'tldts';
import { describe, expect, it } from 'vitest';
import { linkedDocuments, textElsewhere } from '../../../analyzers/policy/linked';
import { documentOf } from './document';

function linkedOf(links: { text: string; href: string }[], finalUrl = 'https://www.shop-a.com.cn/privacy.html') {
  return linkedDocuments({ ...documentOf('# 隐私政策', '我们会收集您的手机号码。'), url: finalUrl, finalUrl, links }, getDomain(finalUrl) ?? undefined);
}

describe('the documents that belong to a policy', () => {
  it('are its lists and rules, each under its kind', () => {
    const links = [
      { text: '第三方SDK目录', href: 'https://www.shop-a.com.cn/sdk' },
      { text: '儿童个人信息保护规则', href: 'https://m.shop-a.com.cn/child' },
      { text: '个人信息收集清单', href: 'https://www.shop-a.com.cn/list' },
      { text: '应用权限说明', href: 'https://www.shop-a.com.cn/permissions' },
      { text: '首页', href: 'https://www.shop-a.com.cn/' },
    ];
    expect(linkedOf(links).map(({ kind, href }) => [kind, new URL(href).pathname])).toEqual([['third-parties', '/sdk'], ['children', '/child'], ['collection', '/list'], ['permissions', '/permissions']]);
  });

  it('stand on the same registrable domain, not on another company\'s or in another scheme', () => {
    const elsewhere = ['https://sdk-b.com.cn/list', 'javascript:void(0)', 'mailto:a@shop-a.com.cn', 'https://shop-a.com.cn.evil.com/sdk', '']
      .map((href) => ({ text: '第三方SDK目录', href }));
    expect(linkedOf(elsewhere)).toEqual([]);
  });

  it('are named once, though links lead to different places in them, and never the policy itself', () => {
    const links = ['https://www.shop-a.com.cn/sdk#a', 'https://www.shop-a.com.cn/sdk#b', 'https://www.shop-a.com.cn/privacy.html#sdk'].map((href) => ({ text: '第三方SDK目录', href }));
    expect(linkedOf(links).map(({ href }) => href)).toEqual(['https://www.shop-a.com.cn/sdk']);
  });

  it('keep the fragment that is the address of a page in a single-page application', () => {
    const links = ['#/sdk', '#/third'].map((page) => ({ text: '第三方SDK目录', href: `https://www.shop-a.com.cn/${page}` }));
    expect(linkedOf(links, 'https://www.shop-a.com.cn/#/privacy')).toHaveLength(2);
  });

  it('are few, however many a page names', () => {
    expect(linkedOf(Array.from({ length: 500 }, (_, i) => ({ text: '第三方SDK目录', href: `https://www.shop-a.com.cn/${i}` }))).length).toBeLessThanOrEqual(6);
  });
});

describe('the text of a page that holds none', () => {
  const page = { scripts: 1, elements: 3, appRoot: false, asksForScript: false, frames: 2 };
  const pageWith = (more: object) => ({ ...documentOf('# 隐私政策'), finalUrl: 'https://www.shop-a.com.cn/privacy', source: { ...documentOf('x').source, page: { ...page, ...more } } });

  it('is looked for in a frame of the same site, or where the page leads on', () => {
    expect(textElsewhere(pageWith({ framed: ['https://ads-b.cn/x', 'https://static.shop-a.com.cn/policy.html'] }), 'shop-a.com.cn')).toBe('https://static.shop-a.com.cn/policy.html');
    expect(textElsewhere(pageWith({ refresh: 'https://www.shop-a.com.cn/p2' }), 'shop-a.com.cn')).toBe('https://www.shop-a.com.cn/p2');
  });

  it('is not looked for on other sites, nor in the page itself', () => {
    expect(textElsewhere(pageWith({ framed: ['https://ads-b.cn/x', 'https://www.shop-a.com.cn/privacy#top'] }), 'shop-a.com.cn')).toBeUndefined();
    expect(textElsewhere(pageWith({}), 'shop-a.com.cn')).toBeUndefined();
  });
});
