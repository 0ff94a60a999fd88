import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { actOf, actOfSubmit, pressedSurface } from '../../../analyzers/page/acts';
import { readPage } from '../../../analyzers/page/surface';

/** Presses the element found by `selector`; boxes count as ticked by the person where `byUser` says so. */
function press(markup: string, selector: string, byUser = true) {
  const { document } = parseHTML(`<html><body>${markup}</body></html>`);
  const page = document as unknown as Document;
  const { boxes, forms } = readPage(page, { at: 0, url: 'https://a.cn/' });
  return actOf(page.querySelector(selector)!, { at: 7, pageUrl: 'https://a.cn/', boxes, forms, tickedByUser: () => byUser });
}

const banner = '<div><p>我们使用 Cookie 分析流量，详见隐私政策。</p><button id="no">拒绝</button><button id="yes"><span>全部接受</span></button></div>';
const login = (box: string, button = '登录') => `<form><input placeholder="手机号"><p>${box}</p><button id="go">${button}</button></form>`;

describe('actOf', () => {
  it('reads acceptance and refusal of a banner, the press landing inside the button', () => {
    expect(press(banner, '#yes span')).toMatchObject({ kind: 'accept', topics: ['policy', 'cookies'], text: '全部接受', at: 7 });
    expect(press(banner, '#no')).toMatchObject({ kind: 'refuse' });
  });

  it('reads the answer under a long text that is there to be agreed to', () => {
    const page = `<main><h2>个人信息授权书</h2><p>${'为提供服务，我们会收集您的设备信息与联系方式。'.repeat(90)}</p><button id="yes">同意</button></main>`;
    expect(press(page, '#yes')).toMatchObject({ kind: 'accept', topics: ['policy'] });
  });

  it('takes 我知道了 for acceptance only under a text that asks for or declares consent', () => {
    const tip = (text: string) => `<div><p>${text}</p><button id="ok">我知道了</button></div>`;
    expect(press(tip('继续使用即表示您同意我们使用 Cookie。'), '#ok')).toMatchObject({ kind: 'accept' });
    expect(press(tip('本站只用一个会话 Cookie 记住字号。'), '#ok')).toBeNull();
  });

  it('does not take 我知道了 for acceptance beside a button that accepts', () => {
    expect(press('<div><p>请同意我们的隐私政策。</p><button id="ok">我知道了</button><button>同意</button></div>', '#ok')).toBeNull();
  });

  it('takes logging in for an act only with a box the person ticked', () => {
    const box = '<label><input type="checkbox" checked>我已阅读并同意《隐私政策》</label>';
    expect(press(login(box), '#go')).toMatchObject({ kind: 'tick-and-submit', topics: ['policy'] });
    expect(press(login(box), '#go', false)).toBeNull();
    expect(press(login('<label><input type="checkbox">我已阅读并同意《隐私政策》</label>'), '#go')).toBeNull();
    expect(press(login('登录即代表同意《隐私政策》'), '#go')).toBeNull();
  });

  it('leaves an optional box that stayed empty out of the act', () => {
    const boxes = '<label><input type="checkbox" checked>我同意《隐私政策》</label></p><p><label><input type="checkbox">（可选）我愿意接收优惠短信</label>';
    expect(press(login(boxes), '#go')).toMatchObject({ topics: ['policy'] });
  });

  it('takes a button that itself agrees for acceptance', () => {
    expect(press(login('请阅读《隐私政策》', '同意并登录'), '#go')).toMatchObject({ kind: 'accept', topics: ['policy'] });
  });

  it('reads an answer in words of its own by the answer beside it', () => {
    const ask = (first: string, second: string) => `<div><p>我们想用 Cookie 统计访问，是否同意？详见隐私政策。</p><span id="a">${first}</span><a id="b">${second}</a></div>`;
    expect(press(ask('朕准了', '残忍拒绝'), '#a')).toMatchObject({ kind: 'accept', topics: ['policy', 'cookies'] });
    expect(press(ask('朕准了', '残忍拒绝'), '#b')).toMatchObject({ kind: 'refuse' });
    expect(press(ask('开始体验', '不同意'), '#a')).toMatchObject({ kind: 'accept' });
    expect(press(ask('同意', '下次再聊'), '#b')).toMatchObject({ kind: 'refuse' });
    expect(press(ask('了解更多', '拒绝'), '#a')).toBeNull();
    expect(press(ask('保存设置', '拒绝'), '#a')).toBeNull();
    expect(press('<div><p>今天下雨。</p><span id="a">好天气</span><a>拒绝</a></div>', '#a')).toBeNull();
  });

  it('takes 同意《…》并登录 for acceptance, and no part of the page for a button', () => {
    expect(press(login('请阅读', '同意《隐私政策》并登录'), '#go')).toMatchObject({ kind: 'accept' });
    expect(press('<form><input id="i" type="tel"><p id="p">我已阅读并同意《隐私政策》</p><button>登录</button></form>', '#i')).toBeNull();
    expect(press('<div><p>我们使用 Cookie，是否同意？详见隐私政策</p><img id="n" alt="不同意"><img id="y" alt="同意"></div>', '#y')).toMatchObject({ kind: 'accept' });
  });

  it('does not take the label of a box for a button', () => {
    expect(press(login('<input type="checkbox" id="t"><label for="t"><b>全部同意</b></label>'), 'b')).toBeNull();
    expect(press(login('<label><input type="checkbox" id="t">同意《隐私政策》</label>'), '#t')).toBeNull();
  });

  it('counts the presses on a drawn box whose classes tell nothing', () => {
    const drawn = '<i class="check-icon"></i>我已阅读并同意《隐私政策》';
    expect(press(login(drawn), '#go')).toMatchObject({ kind: 'tick-and-submit', topics: ['policy'] });
    expect(press(login(drawn), '#go', false)).toBeNull();
  });

  it('reads a withdrawal', () => {
    expect(press('<section><h3>隐私设置</h3><p>您已同意个性化广告。</p><button id="w">撤回同意</button></section>', '#w')).toMatchObject({ kind: 'withdraw', topics: ['policy', 'marketing'] });
  });

  it('reads saved choices by the switches: none on is a refusal', () => {
    const layer = (state: string) => `<div role="dialog"><p>选择您允许的 Cookie</p><label><input type="checkbox" checked disabled>必要</label><label><input type="checkbox" ${state}>统计</label><button>全部接受</button><button id="s">保存设置</button></div>`;
    expect(press(layer(''), '#s')).toMatchObject({ kind: 'refuse' });
    expect(press(layer('checked'), '#s')).toMatchObject({ kind: 'accept' });
  });

  it.each([
    ['closing', '<div><p>我们使用 Cookie，继续浏览即视为同意。</p><button id="x">×</button></div>'],
    ['退出 in a menu', '<nav><a>首页</a><a id="x">退出</a><a>隐私政策</a></nav>'],
    ['agreeing to a friend', '<ul><li>小林想加您为好友 <button id="x">同意</button></li></ul>'],
    ['text', '<p id="x">我同意这篇文章的看法</p>'],
  ])('%s decides nothing', (_what, markup) => {
    expect(press(markup, '#x')).toBeNull();
  });
});

describe('actOfSubmit', () => {
  it('sees a ticked form that is sent with the Enter key', () => {
    const { document } = parseHTML(`<html><body>${login('<label><input type="checkbox" checked>我同意《隐私政策》</label>')}</body></html>`);
    const page = document as unknown as Document;
    const { boxes, forms } = readPage(page, { at: 0, url: 'https://a.cn/' });
    expect(actOfSubmit(page.querySelector('form')!, { at: 1, pageUrl: 'https://a.cn/', boxes, forms, tickedByUser: () => true })).toMatchObject({ kind: 'tick-and-submit' });
  });
});

describe('pressedSurface', () => {
  const read = (markup: string, selector: string, before?: (target: Element) => void) => {
    const { document } = parseHTML(`<html><body>${markup}</body></html>`);
    const target = (document as unknown as Document).querySelector(selector)!;
    before?.(target);
    return pressedSurface(target)?.surface;
  };
  const layer = '<div class="mask"><div role="dialog"><p>我们使用 Cookie 统计访问，是否同意？</p><button>全部接受</button><button id="more"><span>偏好设置</span></button></div></div>';

  it('reads the surface a press hit, by any of its controls', () => {
    expect(read(layer, '#more span')).toMatchObject({ visible: true, topics: ['cookies'], controls: [{ role: 'accept' }, { role: 'settings' }] });
    expect(read(`${layer}<div><p>我们使用 Cookie。</p><button id="b">拒绝</button></div>`, '#b')).toBeUndefined();
  });

  it('takes it for seen though it is hidden or gone by now, and measures nothing of it then', () => {
    const hidden = read(layer, '#more', (target) => target.closest('.mask')!.setAttribute('style', 'display:none'));
    const gone = read(layer, '#more', (target) => target.closest('.mask')!.remove());
    for (const surface of [hidden, gone]) {
      expect(surface?.visible).toBe(true);
      expect(surface?.controls.map(({ role, width }) => [role, width])).toEqual([['accept', undefined], ['settings', undefined]]);
      expect(surface?.controls.some(({ visible }) => visible === false)).toBe(false);
    }
  });

  it('finds none around a link in the footer or a button of a log-in box', () => {
    expect(read('<footer><a href="/p">隐私政策</a> <a id="a" href="/s">隐私设置</a></footer>', '#a')).toBeUndefined();
    expect(read('<form><input placeholder="手机号"><p>我已阅读并同意《隐私政策》</p><button id="a">同意并登录</button></form>', '#a')).toBeUndefined();
  });
});
