import { describe, expect, it } from 'vitest';
import { linkedDocuments } from '../../../analyzers/policy/linked';
import { documentOf } from './document';

function linkedOf(links: { text: string; href: string }[], finalUrl = 'https://www.shop-a.com.cn/privacy.html') {
  return linkedDocuments({ ...documentOf('# 隐私政策', '我们会收集您的手机号码。'), url: finalUrl, finalUrl, links });
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
