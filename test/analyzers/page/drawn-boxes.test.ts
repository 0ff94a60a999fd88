/** Boxes that are no controls, in mark-up alone; those that only layout shows are read in test/e2e/chromium/page-reading.test.ts. */
import { describe, expect, it } from 'vitest';
import { surfaceOf } from '../rules/page-visit';

const docs = '<a href="/u">《用户协议》</a>和<a href="/p">《隐私政策》</a>';
const read = (line: string) => surfaceOf(`<div class="box"><input placeholder="手机号"><div class="btn">登录</div>${line}</div>`);
const boxes = (line: string) => read(line).tickBoxes.filter((box) => box.visible);

describe('drawn boxes', () => {
  it.each([
    ['a glyph of an icon font', `<p><i class="iconfont">\ue643</i>我已阅读并同意${docs}</p>`],
    ['a sign in brackets', `<p><tt>[ ]</tt> 我已阅读并同意${docs}</p>`],
    ['a sign in the sentence itself', `<p>□ 我已阅读并同意${docs}</p>`],
    ['parts of uni-app', `<uni-view><uni-view class="check"></uni-view><uni-text><span>我已阅读并同意</span></uni-text><uni-text><span>《隐私政策》</span></uni-text></uni-view>`],
    ['the box of uni-app, its documents outside the label', '<uni-checkbox-group><uni-label><uni-checkbox><div><div class="uni-checkbox-input"></div></div></uni-checkbox><uni-text><span>我已阅读并同意</span></uni-text></uni-label><uni-text><span>《隐私政策》</span></uni-text></uni-checkbox-group>'],
    ['parts of Taro', '<taro-view-core><taro-image-core class="check"></taro-image-core><taro-text-core>我已阅读并同意</taro-text-core><taro-text-core>《隐私政策》</taro-text-core></taro-view-core>'],
    ['a sentence that begins with an age', `<p><i class="check"></i>我已满14周岁，已阅读并同意${docs}</p>`],
    ['a sentence that asks', `<p><i class="check"></i>登录前请先阅读并同意${docs}</p>`],
    ['an English sentence', '<p><i class="check"></i>I\'ve read and agree to the <a href="/t">Terms of Service</a> and <a href="/p">Privacy Policy</a></p>'],
    ['a box nobody can read, of which the page tells', `<div><p>我已阅读并同意${docs} 请勾选“我已阅读并同意”</p></div>`],
  ])('are seen: %s', (_what, line) => {
    expect(boxes(line)).toMatchObject([{ checkedAtLoad: false, label: expect.stringMatching(/《隐私政策》|Privacy Policy/) as string }]);
  });

  it.each([
    ['a class two levels down', '<uni-checkbox><div><div class="uni-checkbox-input uni-checkbox-input-checked"></div></div></uni-checkbox>', ''],
    ['a sign in the sentence', '', '☑ '],
    ['a sign in brackets', '<tt>[√]</tt>', ''],
  ])('are seen ticked: %s', (_what, box, sign) => {
    expect(boxes(`<p>${box}${sign}我已阅读并同意${docs}</p>`)).toMatchObject([{ checkedAtLoad: true }]);
  });

  it.each([
    ['an icon that adorns', `<p><i class="icon-lock"></i>登录即代表同意${docs}</p>`],
    ['the mark of another way to log in', `<p><i class="icon-weixin"></i>微信登录即代表同意${docs}</p>`],
    ['an arrow behind', `<p>登录即代表同意${docs}<i class="icon-next"></i></p>`],
    ['the mark of a list', `<p>● 登录即代表同意${docs}</p>`],
    ['a link to somewhere', `<p><a class="icon-circle" href="/help"></a>登录即代表同意${docs}</p>`],
    ['a message about an empty box, not in sight', `<p style="display:none">请勾选同意${docs}</p><p>登录即代表同意${docs}</p>`],
  ])('are not made of %s', (_what, line) => {
    expect(boxes(line)).toEqual([]);
  });
});

describe('agreements printed on the page', () => {
  const articles = Array.from({ length: 14 }, (_, i) => `<p>第${i + 1}条 用户应当按照本协议约定使用本平台提供的各项服务，用户同意遵守国家法律法规与平台规则，平台有权依据实际情况调整服务内容并在网站公告。</p>`).join('');

  it('say what press makes them binding, and accuse nobody of it', () => {
    const { forms, impliedNotices } = surfaceOf(`<form><input placeholder="手机号"><input type="password" placeholder="密码"><a onclick="x()"><img src="a.jpg"></a></form><div><h4>用户注册协议</h4><p>请仔细阅读，您点击“同意以下协议，提交”按钮后，本协议即构成对双方有约束力的法律文件。</p>${articles}</div>`);
    expect(forms[0]!.notices).toMatchObject([{ impliesConsent: false, topics: ['agreement'], text: expect.stringContaining('同意以下协议') as string }]);
    expect(impliedNotices).toEqual([]);
  });

  it('are a page of their own with answers at the foot, about the agreement alone', () => {
    const { consentSurfaces } = surfaceOf(`<table><tr><td>用户注册协议</td></tr><tr><td><textarea readonly>${`${articles}我们保护您的隐私。`.replace(/<[^>]+>/g, ' ').repeat(2)}</textarea></td></tr><tr><td><input type="button" value="同意"><input type="button" value="不同意"></td></tr></table>`);
    expect(consentSurfaces).toMatchObject([{ kind: 'page', topics: ['agreement'], controls: [{ role: 'accept' }, { role: 'refuse' }] }]);
  });

  it('leave the button of a registration with its form', () => {
    const { consentSurfaces, forms } = surfaceOf('<div><ul><li><input placeholder="手机号"></li><li><input type="password"></li><li><p>点击注册，表示你同意《服务协议及隐私声明》</p><input type="button" value="同意协议并注册"></li></ul></div>');
    expect(consentSurfaces).toEqual([]);
    expect(forms[0]!.controls).toMatchObject([{ role: 'accept' }]);
  });
});
