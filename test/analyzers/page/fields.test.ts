import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { FormField } from '../../../analyzers/artifacts';
import { ageIn } from '../../../analyzers/page/choices';
import { mergeSurfaces } from '../../../analyzers/page/merge';
import { readSurface } from '../../../analyzers/page/surface';
import { surfaceOf } from '../rules/page-visit';

const fields = (markup: string): FormField[] => surfaceOf(markup).forms.flatMap((form) => form.fields);
const kinds = (markup: string) => fields(markup).map((field) => `${field.kind}${field.required ? '*' : ''}`);

describe('fields of widget libraries', () => {
  it('reads cells with read-only inputs and drawn radios (Vant)', () => {
    const cell = (label: string, body: string, mark = '') => `<div class="van-cell van-field"><div class="van-cell__title van-field__label ${mark}"><label>${label}</label></div><div class="van-cell__value">${body}</div></div>`;
    expect(kinds(`<div class="van-form">${cell('姓名', '<input placeholder="请输入">', 'van-field__label--required')}${cell('出生日期', '<input readonly placeholder="点击选择">')}${cell('性别', '<div role="radiogroup"><div role="radio"><span>男</span></div><div role="radio"><span>女</span></div></div>')}<button>提交</button></div>`))
      .toEqual(['name*', 'birthday', 'gender']);
  });

  it('takes the star of an item for that item alone (Element)', () => {
    const item = (label: string, mark = '') => `<div class="el-form-item ${mark}"><label class="el-form-item__label">${label}</label><div class="el-form-item__content"><div class="el-select"><input readonly placeholder="请选择"></div></div></div>`;
    expect(kinds(`<form class="el-form">${item('身份证号', 'is-required')}${item('婚姻状况')}${item('最高学历', 'is-required')}<button>保存</button></form>`)).toEqual(['id-number*', 'marital-status', 'education*']);
  });

  it('reads marks on the label and roles instead of inputs (Ant Design)', () => {
    const item = (label: string, body: string) => `<div class="ant-form-item"><div class="ant-form-item-label"><label class="ant-form-item-required">${label}</label></div><div class="ant-form-item-control">${body}</div></div>`;
    expect(kinds(`<form>${item('手机号码', '<input>')}${item('年收入', '<span><input role="combobox"></span><span class="ant-select-selection-placeholder">请选择</span>')}<button>保 存</button></form>`)).toEqual(['phone*', 'income*']);
  });

  it('does not take a drawn prompt for the label (uni-app)', () => {
    const input = (prompt: string) => `<uni-input><div><div class="uni-input-placeholder">${prompt}</div><form class="uni-input-form"><input class="uni-input-input"></form></div></uni-input>`;
    expect(kinds(`<uni-view><uni-view><uni-text><span>*</span></uni-text><uni-text>真实姓名</uni-text>${input('与证件一致')}</uni-view><uni-view><uni-text>紧急联系人</uni-text>${input('选填')}</uni-view><uni-view><uni-text>生日</uni-text><uni-picker><div><uni-view>请选择</uni-view></div></uni-picker></uni-view><uni-view><uni-text>性别</uni-text><uni-view><uni-view>男</uni-view><uni-view>女</uni-view></uni-view></uni-view><uni-button>提交</uni-button></uni-view>`))
      .toEqual(['name*', 'emergency-contact', 'birthday', 'gender']);
  });

  it('reads editable parts and labels that float behind their field', () => {
    expect(kinds('<div><div><span>联系电话</span><div contenteditable="true"></div></div><div><span>病情描述<em>*</em></span><div role="textbox" contenteditable="true"></div></div><div class="btn">提交</div></div>')).toEqual(['phone', 'health*']);
    expect(kinds('<form><div><input id="n"><label for="n">电子邮箱</label></div><div><input><span>短信验证码</span></div><button>下一步</button></form>')).toEqual(['email', 'sms-code']);
  });

  it('does not read 男 and 女 in a shop’s menu as a question', () => {
    expect(kinds('<nav><a>男</a><a>女</a><a>童装</a></nav><form><input placeholder="手机号"><button>登录</button></form>')).toEqual(['phone']);
  });
});

describe('fields of table layouts', () => {
  it('reads a star behind the field, a star in the label, and none', () => {
    expect(kinds('<form><table><tr><td>姓　名：</td><td><input name="a"></td><td>*</td></tr><tr><td><font>*</font>身份证号码：</td><td><input name="b"></td></tr><tr><td>微信号：</td><td><input name="c"> <span class="red">*仅能修改一次</span></td></tr></table><input type="submit" value="报名"></form>'))
      .toEqual(['name*', 'id-number*', 'wechat']);
    expect(kinds('<form><ul><li><label>QQ</label><input name="a"><span class="red">*</span></li><li><label>手机号码</label><input name="b"></li></ul><button>提交</button></form>')).toEqual(['qq*', 'phone']);
  });

  it('reads the parts of one answer behind one label', () => {
    expect(kinds('<ul><li><label><em>*</em>所在地区</label><p>选择省份 <select name="x"><option>甲</option></select></p><p>选择城市 <select name="y"><option>乙</option></select></p></li><li><label>备注</label><input name="m"></li><li><a class="btn">提交</a></li></ul>')).toEqual(['address*', 'address*', 'message']);
  });
});

describe('what must be filled', () => {
  it.each([
    ['a validation library', '<input name="a" placeholder="邮箱" lay-verify="required|email">', true],
    ['a library that checks a format only', '<input name="a" placeholder="邮箱" lay-verify="email">', false],
    ['a word in the prompt', '<input name="a" placeholder="邮箱（必填）">', true],
    ['a free choice', '<p>邮箱（选填） <input name="a"></p>', false],
  ])('%s', (_what, markup, expected) => {
    expect(fields(`<form>${markup}<button>提交</button></form>`)[0]!.required).toBe(expected);
  });

  it('reads a statement on all fields, and none on starred ones', () => {
    expect(kinds('<form><p>以下信息均为必填</p><input placeholder="姓名"><button>提交</button></form>')).toEqual(['name*']);
    expect(kinds('<form><p>带 * 号的为必填项</p><p><input placeholder="姓名"></p><button>提交</button></form>')).toEqual(['name']);
  });

  /** A parsed page stands in for one with layout: everything is drawn. */
  function drawn(markup: string): Document {
    const { document } = parseHTML(`<html><body>${markup}</body></html>`);
    for (const element of document.querySelectorAll('*')) Object.assign(element, { checkVisibility: () => true, getBoundingClientRect: () => ({ right: 9, bottom: 9, width: 9, height: 9 }) });
    return document as unknown as Document;
  }
  const form = (message: string) => `<form><p><input name="a" placeholder="请选择生日"></p><button>提交</button></form><div class="toast">${message}</div>`;
  const read = (markup: string) => readSurface(drawn(markup), { at: 0, url: 'https://a.cn/' });

  it('learns from the page turning back an empty answer, and does not forget when the message is gone', () => {
    const refused = read(form('生日不能为空'));
    expect(refused.forms[0]!.fields[0]).toMatchObject({ required: true, requiredBy: 'refusal' });
    expect(mergeSurfaces(refused, read(form(''))).forms[0]!.fields[0]!.required).toBe(true);
  });

  it('does not take a message on the format, or on another field, for one', () => {
    expect(read(form('请输入正确的生日')).forms[0]!.fields[0]!.required).toBe(false);
    expect(read(form('姓名不能为空')).forms[0]!.fields[0]!.required).toBe(false);
  });
});

describe('choices of age', () => {
  it('keeps the latest year and the lowest age that can be chosen', () => {
    expect(fields('<form><p>出生年份 <select><option>1980</option><option>2018</option></select></p><button>提交</button></form>')[0]!.choices).toEqual({ latestYear: 2018 });
    expect(fields('<form><p>年龄段 <label><input type="radio" name="g">6-12岁</label><label><input type="radio" name="g">13-18岁</label></p><button>提交</button></form>')[0]!.choices).toEqual({ youngest: 6 });
    expect(fields('<form><p>姓名 <select><option>2018</option></select></p><button>提交</button></form>')[0]!.choices).toBeUndefined();
  });

  it.each([['小学三年级', 6], ['三年级', 6], ['初一', 12], ['高一年级', undefined], ['14岁以下', 0], ['18-25岁', 18], ['幼儿园中班', 3], ['大学一年级', undefined]])('reads %s', (text, age) => {
    expect(ageIn(text)).toBe(age);
  });
});

describe('fields deep inside components', () => {
  const wrap = (inner: string, levels: number) => '<div>'.repeat(levels) + inner + '</div>'.repeat(levels);
  const row = (label: string, field: string, levels: number, star = '') => `<div class="item"><div class="item-row"><div class="col"><label>${label}${star}</label></div>${wrap(field, levels)}</div></div>`;
  const read = (rows: string) => surfaceOf(`<form>${rows}<button>提交</button></form>`).forms[0]!.fields.map((field) => [field.kind, field.required, field.visible]);

  it('are named by a label beside many wrappers', () => {
    const select = '<span><span><input type="search" role="combobox" aria-haspopup="listbox"></span><span class="selection-placeholder">请选择</span></span>';
    expect(read(row('学历', select, 5) + row('出生日期', '<input placeholder="Select date">', 7))).toEqual([['education', false, true], ['birthday', false, true]]);
  });

  it('join radios without a name, and drawn ones, into one field', () => {
    const nameless = '<div role="radiogroup"><label><input type="radio"><span>男</span></label><label><input type="radio"><span>女</span></label></div>';
    const drawn = '<div role="radiogroup"><div role="radio"><i></i><span>已婚</span></div><div role="radio"><i></i><span>未婚</span></div></div>';
    expect(read(row('性别', nameless, 4) + row('婚姻状况', drawn, 4))).toEqual([['gender', false, true], ['marital-status', false, true]]);
  });

  it('take a hidden select and the input drawn in its place for one', () => {
    const select = '<select lay-verify="required"><option value=""></option><option>本科</option></select><div class="layui-form-select"><div><input readonly placeholder="请选择"></div></div>';
    expect(read(row('学历', select, 1) + row('姓名', '<input>', 1))).toEqual([['education', true, true], ['name', false, true]]);
  });

  it('are required by a star drawn inside their label, however deep', () => {
    expect(read(row('姓名', '<input>', 5, '<strong class="label-required-symbol"></strong>') + row('邮箱', '<input>', 5))).toEqual([['name', true, true], ['email', false, true]]);
  });

  it('are required by a star between their wording and them', () => {
    expect(read('<p>生日<i>*</i> <input readonly placeholder="请选择"></p><p>人数 <input></p>')).toEqual([['birthday', true, true], ['other', false, true]]);
  });

  it('may be prompts in English', () => {
    expect(read(row('Marital status', '<div class="value">Please select</div>', 5) + row('Name', '<input>', 1))).toEqual([['name', false, true], ['marital-status', false, true]]);
  });
});
