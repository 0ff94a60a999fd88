import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { choosePolicyLink, findPolicyLinks } from '../../../analyzers/policy/locate';

const find = (body: string) => findPolicyLinks(parseHTML(`<html><head></head><body>${body}</body></html>`).document as unknown as Document, 'https://shop.cn/login');

describe('links to policies', () => {
  it.each([
    ['隐私政策', 'policy'], ['《隐私权政策》', 'policy'], ['个人信息保护政策', 'policy'], ['用户隐私保护指引', 'policy'], ['Privacy Policy', 'policy'], ['隱私權條款', 'policy'],
    ['法律声明及隐私权政策', 'combined'], ['用户协议与隐私政策', 'combined'], ['用户服务协议', 'agreement'], ['儿童个人信息保护规则', 'children'], ['第三方SDK目录', 'third-parties'], ['Cookie 政策', 'cookies'],
    ['关于隐私', 'policy'], ['数据与隐私', 'policy'], ['Legal & Privacy', 'policy'], ['用户协议与隐私', 'combined'],
  ])('%s names: %s', (text, names) => {
    expect(find(`<a href="/x">${text}</a>`).map((link) => link.names)).toEqual([names]);
  });

  it.each(['隐私设置', '隐私计算平台', '关于我们', 'Cookie 设置', '隐私政策生成器', '手机防窥隐私膜', '修改个人信息', '隐私权纠纷案例'])('%s names none', (text) => {
    expect(find(`<a href="/x">${text}</a>`)).toEqual([]);
  });

  it('are kept without address where only a script opens them', () => {
    expect(find('<a href="javascript:;">隐私政策</a><span class="link">《隐私条款》</span>').map((link) => link.href)).toEqual(['', '']);
  });

  it('say where they stand', () => {
    const links = find('<form><input type="password"><a href="/p">隐私政策</a></form><footer><a href="/q">隐私政策</a></footer>');
    expect(links.map((link) => [link.place, link.href])).toEqual([['login', 'https://shop.cn/p'], ['footer', 'https://shop.cn/q']]);
  });

  it('are chosen before agreements, headlines and the policies of others', () => {
    const links = find('<a href="/news">关于更新隐私政策的公告</a><a href="https://captcha.example/privacy">Privacy Policy</a><a href="/t">用户协议</a><a href="/privacy">隐私政策</a>');
    expect(choosePolicyLink(links)?.href).toBe('https://shop.cn/privacy');
  });

  it('are chosen by their plain names first', () => {
    expect(choosePolicyLink(find('<a href="/a">关于隐私</a><a href="/p">隐私政策</a>'))?.href).toBe('https://shop.cn/p');
  });

  it('are none where only an agreement is linked', () => {
    expect(choosePolicyLink(find('<a href="/t">用户协议</a>'))).toBeUndefined();
  });

  it('are found in a picture’s map', () => {
    expect(find('<map><area href="/p" alt="隐私保护声明"></map>')).toMatchObject([{ names: 'policy', href: 'https://shop.cn/p' }]);
  });

  it('are found soon at the foot of a page of 20,000 links, and of as many links to policies', () => {
    const many = (text: string) => Array.from({ length: 20_000 }, (_, i) => `<li><a href="/i/${i}">${text}</a></li>`).join('');
    const page = (list: string) => parseHTML(`<html><body><ul>${list}</ul><footer><a href="/privacy">隐私政策</a></footer></body></html>`).document as unknown as Document;
    const [goods, policies] = [page(many('一件商品')), page(many('隐私政策'))];
    const started = process.cpuUsage();
    expect(findPolicyLinks(goods, 'https://shop.cn/').map((link) => link.href)).toEqual(['https://shop.cn/privacy']);
    expect(findPolicyLinks(policies, 'https://shop.cn/').length).toBeLessThanOrEqual(200);
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(2_000);
  }, 60_000);

  it('know that a hidden link is not seen', () => {
    expect(find('<div style="display:none"><a href="/p">隐私政策</a></div>')[0]?.visible).toBe(false);
  });
});
