import { describe, expect, it } from 'vitest';
import { confirmService, functionOf } from '../../../analyzers/page/service';
import { surfaceOf } from '../rules/page-visit';

const page = (title: string, body: string) => surfaceOf(`<html><head><title>${title}</title></head><body>${body}</body></html>`);
const guess = (title: string, body = '') => {
  const { service } = page(title, body);
  return service ? `${service.service} ${service.certainty}` : 'none';
};

describe('what a page is for', () => {
  it.each([
    ['扫码点餐 - 老灶火锅', '', 'scan-order shown'], ['汉英词典', '', 'dictionary shown'], ['江城晚报', '', 'news shown'], ['在线预约挂号 - 康宁门诊', '', 'clinic shown'],
    ['欢迎', '<form><input placeholder="手机号"><button>立即借款</button></form>', 'loan guessed'], ['欢迎光临', '', 'none'],
    ['点餐系统开发公司', '', 'none'], ['如何在网上购物', '', 'none'], ['果园商城', '<h2>会员中心</h2>', 'shopping shown'],
  ])('%s %s', (title, body, expected) => {
    expect(guess(title, body)).toBe(expected);
  });

  it('takes a button that begins a service over the heading of its form', () => {
    const surface = page('老灶火锅', '<form><h2>完善会员资料</h2><input placeholder="手机号"><button>开始点餐</button></form>');
    expect(functionOf(surface, surface.forms[0]!)?.service).toBe('scan-order');
  });

  it('takes an order for an order of what the page sells', () => {
    const surface = page('体检套餐预约', '<form><input placeholder="姓名"><button>提交订单</button></form>');
    expect(functionOf(surface, surface.forms[0]!)?.service).toBe('checkup');
  });

  it('follows the person’s word on the page and its forms', () => {
    const surface = confirmService(page('果园商城', '<form><input placeholder="姓名"><button>立即借款</button></form>'), 'loan');
    expect(surface.service).toEqual({ service: 'loan', certainty: 'confirmed', evidence: [] });
    expect(functionOf(surface, surface.forms[0]!)?.certainty).toBe('confirmed');
  });
});
