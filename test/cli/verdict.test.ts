import { expect, it } from 'vitest';
import type { Visit } from '../../analyzers/artifacts';
import { auditNotes } from '../../cli/audit/audit-notes';
import type { SiteRecord, Sitting } from '../../cli/audit/record';
import { packVisit, reportOf } from '../../cli/audit/verdict';
import { renderToString } from 'preact-render-to-string';
import type { VNode } from 'preact';
import { exchange, visitOf, T0 } from '../analyzers/traffic/visit-builder';

const item = { kind: 'cookie-id', form: 'plain', where: 'url', path: 'url.uid', mask: 'ab…', digest: 'd1', foundBy: 'needle', lifetimeHours: 8_760 } as const;
const place = { ...item, kind: 'coarse-location', mask: '杭州', digest: 'd2', foundBy: 'key' } as const;
const stored = { at: T0 + 10, area: 'local', key: 'uid', lifetimeHours: 87_600, mask: 'ab…', digest: 'd1', isIdentifier: true, pageUrl: 'https://shop.example.cn/' } as const;
const sitting = (mode: Sitting['mode'], visit: Partial<Visit> | undefined, more: Partial<Sitting> = {}): Sitting => ({ mode, at: T0, browser: 'test', visit: visit && visitOf(visit), shots: [], ...more });
const record = (...sittings: Sitting[]): SiteRecord => ({ format: 1, requested: 'https://shop.example.cn/', lang: 'zh-CN', consent: sittings.length > 1 ? 'all' : 'ignore', sittings });
const refusal: Visit['acts'][number] = { at: T0 + 1_000, kind: 'refuse', topics: ['cookies'], text: '拒绝', selector: '#no', pageUrl: 'https://shop.example.cn/' };

it('tells of each rule what most needs to be told, and of each stage what was seen in the sitting that reached it', async () => {
  const early = { exchanges: [exchange('cdn.other.cn', 100, [place])] };
  const late = { acts: [refusal], storage: [stored], exchanges: [exchange('cdn.other.cn', 100, [place]), { ...exchange('c.tongji.cn', 9_000, [item]), id: '7' }] };
  const whole = record(sitting('ignore', early), sitting('accept', early), sitting('refuse', late, { choice: { outcome: 'made', pressed: [{ as: 'refuse', text: '拒绝', selector: '#no', pageUrl: 'https://shop.example.cn/', at: T0 }] } }));
  const report = await reportOf(whole, '1');
  const found = report.findings.filter(({ rule }) => rule === 'collection-after-refusal');
  expect(found).toMatchObject([{ outcome: 'violation', evidence: [{ kind: 'request', requestId: 'refuse:7' }] }]);
  expect(report.flows.map(({ recipient, stage }) => `${recipient.domain} ${stage}`)).toEqual(['other.cn before-choice', 'tongji.cn after-refuse']);
  expect(report.consent?.comparison?.recipients.map(({ domain }) => domain)).toEqual(['tongji.cn', 'other.cn']);
  // Every request a finding names stands in the pack's traffic.
  expect(packVisit(whole)!.exchanges.map(({ id }) => id)).toContain('refuse:7');
  // Today, tomorrow, on another machine: the same bytes.
  expect(JSON.stringify(await reportOf(JSON.parse(JSON.stringify(whole)) as SiteRecord, '1'))).toBe(JSON.stringify(report));
  const page = renderToString(auditNotes(report, 'en') as VNode);
  expect(page).toContain('pressed: “拒绝”');
  expect(page).toContain('After refusal');
});

it('judges what it has when a sitting fails, and says that one did', async () => {
  const report = await reportOf(record(sitting('ignore', {}), sitting('refuse', undefined, { failure: { kind: 'browser', code: 'no-start', facts: { reason: 'x' } } })), '1');
  expect(report.problemCode).toBe('no-start');
  expect(report.findings.some(({ outcome }) => outcome !== 'error')).toBe(true);
  expect(report.consent?.comparison?.seen).toEqual(['beforeChoice']);
});

it('lets a screenshot prove the suspicion it was taken for, and nothing once that is gone', async () => {
  const shots = [{ file: 'screenshots/x.png', sha256: 'ff', at: T0, rule: 'collection-after-refusal' }];
  const late = { acts: [refusal], storage: [stored], exchanges: [exchange('c.tongji.cn', 9_000, [item])] };
  const proven = await reportOf(record(sitting('refuse', late, { shots })), '1');
  expect(proven.findings.find(({ rule }) => rule === 'collection-after-refusal')!.evidence.at(-1)).toMatchObject({ kind: 'screenshot', sha256: 'ff' });
  const gone = await reportOf(record(sitting('refuse', {}, { shots })), '1');
  expect(JSON.stringify(gone.findings)).not.toContain('screenshots/x.png');
});
