import { describe, expect, it } from 'vitest';
import type { DataItem, FingerprintProbe } from '../../../analyzers/artifacts';
import { dataCertainty, identifierCertainty, indexIdentifiers, isNavigation } from '../../../analyzers/traffic/certainty';
import { Observer } from '../../../analyzers/traffic/observe';
import { exchange, item, T0, visitOf } from './visit-builder';

const found = (kind: DataItem['kind'], path: string, change: Partial<DataItem> = {}) => item(kind, { foundBy: 'key', path: `body > json > ${path}`, ...change });
const certainty = (one: DataItem, exchanges = [exchange('c.example.net', 0, [one])]) => dataCertainty(one, visitOf({ exchanges }));

describe('dataCertainty', () => {
  it.each([
    ['phone', 'user.phone'], ['phone', 'user_mobile'], ['phone', 'params.memberTel'], ['name', 'profile.real_name'], ['email', 'traits.email'], ['id-number', 'idCard'],
  ] as const)('is sure of a %s called %s', (kind, path) => {
    expect(certainty(found(kind, path))).toBe('sure');
  });

  it.each([
    ['phone', 'tel'], ['phone', 'mobile'], ['phone', 'poi.phone'], ['phone', 'store.mobile'], ['phone', 'widget.user.phone'], ['phone', 'marker[3].telephone'], ['email', 'properties.$elements[0].attr__href'], ['name', 'merchant.contact_name'],
  ] as const)('leaves a %s called %s to a person: it may be the shop’s', (kind, path) => {
    expect(certainty(found(kind, path))).toBe('doubtful');
  });

  it('is sure of the same number where it was typed, sent as a hash, or stood in the address of the page', () => {
    expect(certainty(item('phone', { path: 'url > tel', foundBy: 'needle' }))).toBe('sure');
    expect(certainty(found('phone', 'tel', { form: 'hashed' }))).toBe('sure');
    const opened = exchange('shop.example.cn', 0, [found('phone', 'tel', { where: 'url' })], { type: 'document' });
    expect(certainty(found('phone', 'tel'), [opened])).toBe('sure');
    expect(certainty(found('phone', 'tel'), [exchange('api.example.cn', 0, [found('phone', 'mobile')], { method: 'POST' })])).toBe('sure');
    expect(certainty(found('phone', 'tel'), [exchange('api.example.cn', 0, [found('phone', 'mobile', { where: 'url' })], { method: 'GET' })])).toBe('doubtful');
    expect(certainty(found('phone', 'tel'), [exchange('c.example.net', 0, [found('phone', 'mobile')], { method: 'POST' })])).toBe('doubtful');
  });

  it('knows the mailbox of the site itself', () => {
    expect(certainty(found('email', 'user.email', { mask: 'k***@mail.example.net' }))).toBe('sure');
    expect(certainty(found('email', 'user.email', { mask: 'k***@mail.example.cn' }))).toBe('doubtful');
    expect(dataCertainty(found('email', 'user.email', { mask: 'k***@shop.com.cn' }), visitOf({ site: 'shop.com.cn' }))).toBe('doubtful');
  });

  it('takes a serial number that passes for an id number for nothing sure', () => {
    const observed = new Observer('s').observe({ id: '1', at: T0, method: 'GET', type: 'xhr', pageUrl: 'https://shop.example.cn/', seenBy: 'har', url: 'https://c.example.net/?sn=110101199003070134&idcard=110101199003070134' });
    expect(observed.items.map((one) => one.foundBy).sort()).toEqual(['key', 'value']);
    const named = new Observer('s').observe({ id: '1', at: T0, method: 'GET', type: 'xhr', pageUrl: 'https://shop.example.cn/', seenBy: 'har', url: 'https://c.example.net/?idcard=110101199003070134' });
    expect(observed.items.map((one) => certainty(one))).toEqual(['doubtful', 'sure']);
    expect(certainty(named.items[0]!)).toBe('sure');
  });
});

describe('identifierCertainty', () => {
  const probes: FingerprintProbe[] = ['canvas', 'audio'].map((technique) => ({ at: T0, technique: technique as 'canvas', pageUrl: 'https://shop.example.cn/' }));
  const sent = (path: string, times: number, taken: FingerprintProbe[]) => {
    const one = found('device-id', path);
    const visit = visitOf({ probes: taken, exchanges: Array.from({ length: times }, (_, i) => exchange('c.example.net', i, [one])) });
    return identifierCertainty(one, indexIdentifiers(visit));
  };

  it('believes a short name only where the page takes fingerprints and the value comes back', () => {
    expect(sent('did', 2, probes)).toBe('sure');
    expect(sent('did', 1, probes)).toBe('doubtful');
    expect(sent('did', 2, [])).toBe('doubtful');
    expect(sent('cid', 2, probes)).toBe('doubtful');
  });
});

describe('isNavigation', () => {
  it('is a way to another site, but not a form that takes along what was filled in', () => {
    expect(isNavigation(exchange('partner.example.net', 0, [], { type: 'document', method: 'GET' }))).toBe(true);
    expect(isNavigation(exchange('partner.example.net', 0, [item('cookie-id')], { type: 'document' }))).toBe(true);
    expect(isNavigation(exchange('partner.example.net', 0, [item('phone')], { type: 'document' }))).toBe(false);
  });
});
