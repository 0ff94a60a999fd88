import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { PageSurface } from '../../../analyzers/artifacts';
import { LIMITS } from '../../../analyzers/artifacts';
import { mergeSurfaces } from '../../../analyzers/page/merge';
import { isHomeAddress, pageSlices } from '../../../analyzers/page/surface';
import { surfaceOf } from '../rules/page-visit';

describe('readSurface: consent surfaces', () => {
  it('finds a banner by its buttons and what stands beside them, without any telling class name', () => {
    const { consentSurfaces } = surfaceOf('<main><p>今日要闻</p></main><div><p>我们使用 Cookie 分析流量。</p><span>拒绝</span><span>全部接受</span><span>更多设置</span></div>');
    expect(consentSurfaces).toMatchObject([{ topics: ['cookies'], asksConsent: true, controls: [{ role: 'refuse' }, { role: 'accept' }, { role: 'settings' }] }]);
  });

  it('tells a dialog from a banner, and a pure notice from a question', () => {
    const [dialog] = surfaceOf('<div role="dialog" aria-modal="true"><p>请阅读并同意《隐私政策》</p><button>不同意</button><button>同意</button></div>').consentSurfaces;
    const [notice] = surfaceOf('<div class="tip"><p>本站只用一个会话 Cookie 记住字号。</p><button>我知道了</button></div>').consentSurfaces;
    expect(dialog).toMatchObject({ kind: 'dialog', asksConsent: true });
    expect(notice).toMatchObject({ kind: 'banner', asksConsent: false });
  });

  it('sees into open shadow roots', () => {
    const { document } = parseHTML('<html><body><div id="host"></div></body></html>');
    const root = (document.getElementById('host') as unknown as Element).attachShadow({ mode: 'open' });
    const box = document.createElement('div');
    box.append(Object.assign(document.createElement('p'), { textContent: '我们使用 Cookie，请选择。' }), Object.assign(document.createElement('button'), { textContent: '接受' }));
    root.append(box as unknown as Node);
    const slices = pageSlices(document as unknown as Document, { at: 0, url: 'https://a.cn/' });
    let step = slices.next();
    while (!step.done) step = slices.next();
    expect(step.value.surface.consentSurfaces).toHaveLength(1);
    expect(step.value.surface.consentSurfaces[0]!.selector).toContain('>>>');
  });

  it('finds a page that is nothing but a text to agree to, and no article under which somebody agrees', () => {
    const text = `<p>${'为提供服务，我们会收集您的设备信息与联系方式，用于订单查询与售后。'.repeat(60)}</p>`;
    expect(surfaceOf(`<h2>个人信息授权书</h2>${text}<div><button>不同意</button><button>同意</button></div>`).consentSurfaces).toMatchObject([{ kind: 'page', asksConsent: true, controls: [{ role: 'refuse' }, { role: 'accept' }] }]);
    expect(surfaceOf(`<h1>谈谈隐私政策</h1>${text}<ul><li>写得好</li><li><span>同意</span></li></ul>`).consentSurfaces).toEqual([]);
    expect(surfaceOf(`<h1>房屋租赁合同</h1>${text.replaceAll('收集您的设备信息', '交付房屋')}<button>同意并签署</button>`).consentSurfaces).toEqual([]);
    expect(surfaceOf(`<h1>隐私政策</h1>${text}<button>返回</button>`).consentSurfaces).toEqual([]);
  });

  it('does not take a log-in box or a comment for a consent surface', () => {
    expect(surfaceOf('<form><input placeholder="手机号"><p>我已阅读并同意《隐私政策》</p><button>同意并登录</button></form>').consentSurfaces).toEqual([]);
    expect(surfaceOf('<ul><li><p>隐私问题确实要重视。</p><span>我感情和理智上都同意！</span></li></ul>').consentSurfaces).toEqual([]);
  });
});

describe('readSurface: gates', () => {
  it('reads a phone number as what lets one in, where the sentence says so', () => {
    expect(surfaceOf('<p>填写手机号即可领取</p><input placeholder="手机号">').gates).toMatchObject([{ kind: 'membership', condition: 'stated' }]);
    expect(surfaceOf('<p>无需填写手机号即可领取</p>').gates ?? []).toEqual([]);
  });
});

describe('readSurface: forms', () => {
  it('reads a form made of divs, with its message code and agreement line', () => {
    const { forms, tickBoxes } = surfaceOf(
      '<div class="box"><div><input placeholder="请输入手机号"></div><div><input placeholder="请输入验证码"><span>获取验证码</span></div><div class="btn">登录</div><p><i class="icon-check"></i>我已阅读并同意《隐私政策》</p></div>',
    );
    expect(forms).toMatchObject([{ purpose: 'login', fields: [{ kind: 'phone' }, { kind: 'sms-code' }], notices: [{ impliesConsent: false, topics: ['policy'] }] }]);
    expect(tickBoxes).toMatchObject([{ made: 'drawn', checkedNow: false, formId: forms[0]!.id }]);
  });

  it('reads labels from table cells, labels by id, and the text before', () => {
    const { forms } = surfaceOf('<form><table><tr><td>姓　名：</td><td><input name="a"></td></tr></table><label for="b">邮箱</label><input id="b"><p>婚姻状况* <select><option>未婚</option></select></p><button>提交</button></form>');
    expect(forms[0]!.fields.map((field) => [field.kind, field.required])).toEqual([['name', false], ['email', false], ['marital-status', true]]);
  });

  it('reads a label that floats after its field, and none of the row before', () => {
    const { forms } = surfaceOf('<form><div><input name="a"><span>手机号</span></div><div><label>手机号</label><input name="b" placeholder="真实姓名"></div><div><input name="c" placeholder="所在城市"></div><button>提交</button></form>');
    expect(forms[0]!.fields.map((field) => field.kind)).toEqual(['phone', 'phone', 'address']);
  });

  it('reads a prompt that stands where a field would', () => {
    const { forms } = surfaceOf('<form><p>姓名 <input name="n"></p><div class="cell"><span>出生日期</span><div class="value">请选择出生日期</div></div><button>提交</button></form>');
    expect(forms[0]!.fields.map((field) => field.kind)).toEqual(['name', 'birthday']);
  });

  it('never keeps what stands in a field', () => {
    const surface = surfaceOf('<form><input name="mobile" value="13800138000"><textarea name="x">我的病史</textarea><button>提交</button></form>');
    expect(JSON.stringify(surface)).not.toMatch(/13800138000|我的病史/);
  });
});

describe('readSurface: the page as a whole', () => {
  it('reads operator and filings', () => {
    const { footer } = surfaceOf('<p>内容</p><footer><p>© 2026 长沙晓雾科技有限公司 版权所有</p><a>湘ICP备20260099号-2</a> <a>湘公网安备43010002000999号</a></footer>');
    expect(footer).toEqual({ operator: '长沙晓雾科技有限公司', icp: '湘ICP备20260099号-2', police: '湘公网安备43010002000999号' });
  });

  it('knows a home page from a log-in page', () => {
    expect(['https://a.cn/', 'https://www.a.cn/index.html', 'https://a.cn/zh-cn/'].every(isHomeAddress)).toBe(true);
    expect(['https://a.cn/login', 'https://passport.a.cn/', 'https://a.cn/#/user/login', 'x'].some(isHomeAddress)).toBe(false);
  });

  it('marks an empty page by its text length', () => {
    expect(surfaceOf('<div id="app"></div><script>var a = "文字"</script><noscript>请启用脚本</noscript>').textLength).toBe(0);
  });

  it('pauses at least every thousand nodes, and reads a page of 100,000 of them whole', () => {
    const { document } = parseHTML(`<html><body>${'<div><span>今日</span><p>要闻</p></div>'.repeat(20_000)}</body></html>`);
    const slices = pageSlices(document as unknown as Document, { at: 0, url: 'https://a.cn/' });
    let pauses = 0;
    let step = slices.next();
    for (; !step.done; step = slices.next()) pauses++;
    expect(pauses).toBeGreaterThanOrEqual(100);
    expect(step.value.surface).toMatchObject({ textLength: 80_000 });
    expect(step.value.surface.truncated).toBeUndefined();
  });

  it('says that a page was cut, and keeps within its limits, when it holds more than anyone reads', () => {
    const surface = surfaceOf('<form><input name="phone"><p><label><input type="checkbox">我同意《隐私政策》</label></p><button>提交</button></form>'.repeat(600));
    expect(surface.truncated).toBe(true);
    expect(surface.forms.length).toBeLessThanOrEqual(LIMITS.elementsPerSurface);
    expect(surface.tickBoxes.length).toBeLessThanOrEqual(LIMITS.elementsPerSurface);
  });

  it('reads 10 MB of text without keeping it', () => {
    expect(JSON.stringify(surfaceOf(`<p>${'同意并接受隐私政策的文字。'.repeat(800_000)}</p>`)).length).toBeLessThan(2_000);
  });
});

describe('mergeSurfaces', () => {
  const seen = surfaceOf('<form><input placeholder="手机号"><p>登录即代表同意《隐私政策》</p><button>登录</button></form>');
  const gone: PageSurface = surfaceOf('<p>欢迎</p>', seen.url, 2_000);

  it('keeps a log-in dialog that was closed again', () => {
    expect(mergeSurfaces(seen, gone).forms).toEqual(seen.forms);
  });

  it('keeps a gate that was closed again, and says where nothing was one', () => {
    const gated = surfaceOf('<div class="popup"><p>关注公众号后方可点餐</p></div>', seen.url);
    expect(mergeSurfaces(gated, gone).gates).toEqual(gated.gates);
    expect(mergeSurfaces(seen, gone).gates).toBeUndefined();
  });

  it('takes the newer state of what is still there', () => {
    const boxed = surfaceOf('<p><label><input type="checkbox">我同意《隐私政策》</label></p>');
    const ticked = { ...boxed, tickBoxes: boxed.tickBoxes.map((box) => ({ ...box, checkedNow: true, changedBy: 'user' as const })) };
    expect(mergeSurfaces(boxed, ticked).tickBoxes).toEqual(ticked.tickBoxes);
  });

  it('keeps nothing that nobody saw', () => {
    const hidden = surfaceOf('<form style="display:none"><input placeholder="手机号"><button>登录</button></form>');
    expect(mergeSurfaces(hidden, gone).forms).toEqual([]);
  });
});
