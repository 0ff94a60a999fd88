import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import '../../../locales/dashboard';
import { hasText } from '../../../locales/index';
import { AUDIT_POINTS, pointNumber } from '../../../analyzers/data/audit-guide';
import type { Decision } from '../../../analyzers/decision';
import { recordOfLine } from '../../../analyzers/evidence/read-results';
import { auditLines, auditSheet } from '../../../analyzers/export/audit-sheet';
import { csvOf } from '../../../analyzers/export/csv';
import { labelLine, siteLine } from '../../../analyzers/export/json';
import { findingsTable, recipientsTable, sitesTable, type ExportedSite, type Table } from '../../../analyzers/export/table';
import { workbookOf } from '../../../analyzers/export/xlsx';
import { DUTIES } from '../../../analyzers/policy/duties';
import { RULES } from '../../../analyzers/rules';
import { BAD_FINDINGS, badReport, unreadReport } from '../../components/samples';

const decision = (rule: string, change: Partial<Decision> = {}): Decision => ({ site: 'yunshang-shop.cn', rule, choice: 'dismissed', reason: 'allowed', note: '', outcome: 'violation', rulesVersion: '2026.11.21', at: Date.UTC(2026, 10, 30), ...change });
const site = (change: Partial<ExportedSite> = {}): ExportedSite => ({ report: badReport(), decisions: [], tags: [], reportOnly: [], ...change });
const column = ({ columns, rows }: Table, title: string) => rows.map((row) => row[columns.findIndex((one) => one.title === title)]);
const table = (rows: Table['rows']): Table => ({ name: '表', columns: [{ title: 'a', width: 10 }, { title: 'b', width: 10 }], rows });

describe('tables', () => {
  it('count a site without what was dismissed or only reported', () => {
    const [first] = column(sitesTable([site()], 'zh-CN'), '疑似违规');
    expect(first).toBe(4);
    expect(column(sitesTable([site({ decisions: [decision('pre-ticked-consent')] })], 'zh-CN'), '疑似违规')).toEqual([3]);
    expect(column(sitesTable([site({ reportOnly: ['right-deletion'], tags: ['电商', '抽查'] })], 'zh-CN'), '疑似违规')).toEqual([3]);
    expect(column(sitesTable([site({ tags: ['电商', '抽查'] })], 'zh-CN'), '标签')).toEqual(['电商、抽查']);
  });

  it('say why there was no policy', () => {
    expect(column(sitesTable([site({ report: unreadReport('no-link') })], 'zh-CN'), '隐私政策')[0]).toContain('没有看到通往隐私政策的链接');
  });

  it('tell each finding with basis, proof, and what was decided', () => {
    const all = findingsTable([site({ decisions: [decision('pre-ticked-consent', { note: '已核对' })], reportOnly: ['right-deletion'] })], 'zh-CN');
    expect(all.rows).toHaveLength(BAD_FINDINGS.length);
    expect(column(all, '依据')[0]).toContain('《个人信息保护法》第二十三条');
    expect(column(all, '证据')[0]).toContain('合算数据');
    expect(column(all, '备注')).toContain('已核对');
    expect(column(all, '结果')).toContain('疑似违规（只报告）');
    expect(column(all, '规则')).toContain('同意框默认勾选');
    // Personal values are masks, addresses have no query.
    expect(JSON.stringify(all)).not.toContain('13800001234');
  });

  it('list recipients without the site itself, in English too', () => {
    expect(column(recipientsTable([site()], 'en'), 'Stage')).toContain('Before you agreed');
    expect(column(recipientsTable([site()], 'zh-CN'), '域名')).not.toContain('yunshang-shop.cn');
  });
});

describe('comma-separated values', () => {
  it('begin with the mark, quote what must be quoted and double the quotes', () => {
    expect(csvOf(table([['x,y', 'say "hi"'], ['line\nbreak', 3]]))).toBe('\uFEFFa,b\r\n"x,y","say ""hi"""\r\n"line\nbreak",3\r\n');
  });

  it.each(['=1+1', '+86 10', '-2+3', '@SUM(A1)', '\t=1', ' =cmd|x', '＝1+1', '\r=1', '\n@x'])('never let a spreadsheet run %j', (text) => {
    const cell = csvOf(table([[text, 1]])).split('\r\n')[1]!.replace(/^"/, '');
    expect(cell.startsWith("'")).toBe(true);
  });

  it('leave numbers and plain words alone', () => {
    expect(csvOf(table([['疑似', -5]]))).toContain('疑似,-5');
  });
});

describe('workbooks', () => {
  const open = (tables: Table[]) => Object.fromEntries(Object.entries(unzipSync(workbookOf(tables))).map(([name, bytes]) => [name, strFromU8(bytes)]));

  it('write text as text, numbers as numbers, and keep the heading in sight', () => {
    const sheet = open([table([['=1+1', 7]])])['xl/worksheets/sheet1.xml']!;
    expect(sheet).toContain('<c r="A2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c><c r="B2"><v>7</v></c>');
    expect(sheet).toContain('state="frozen"');
    expect(sheet).not.toContain('<f>');
  });

  it('are sound XML whatever stands in a cell', () => {
    const hostile = '</t></is></c><evil a="1">&\u0000\u000b\ufffe\ud800 ]]> 阿里‮';
    const sheet = open([table([[hostile, NaN]])])['xl/worksheets/sheet1.xml']!;
    expect(sheet).not.toContain('<evil');
    expect(sheet).toContain('&lt;evil a=&quot;1&quot;&gt;&amp;');
    // eslint-disable-next-line no-control-regex
    expect(sheet).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\ud800]/);
  });

  it('name each sheet once, within what programs take', () => {
    const { 'xl/workbook.xml': book } = open([{ ...table([]), name: '发现[1]/2:很长的名字'.repeat(5) }, { ...table([]), name: '网站' }, { ...table([]), name: '网站' }]);
    const names = [...book!.matchAll(/sheet name="([^"]*)"/g)].map((match) => match[1]!);
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
  });

  it('cut cells at what programs take and count columns beyond Z', () => {
    const wide: Table = { name: 'w', columns: Array.from({ length: 30 }, (_, index) => ({ title: `c${index}`, width: 5 })), rows: [Array.from({ length: 30 }, () => 'x'.repeat(40_000))] };
    const sheet = open([wide])['xl/worksheets/sheet1.xml']!;
    expect(sheet).toContain('r="AD2"');
    expect(Math.max(...[...sheet.matchAll(/>(x+)</g)].map((match) => match[1]!.length))).toBe(32_767);
  });
});

describe('JSON lines', () => {
  it('can be opened again with decisions and tags', () => {
    const line = siteLine({ report: badReport(), decisions: [decision('right-deletion')], tags: ['抽查'] });
    const read = recordOfLine(line);
    expect(read).toMatchObject({ tags: ['抽查'], decisions: [{ rule: 'right-deletion', choice: 'dismissed' }], report: { site: 'yunshang-shop.cn' } });
    expect(line).not.toContain('13800001234');
  });

  it('make labels of decisions: a finding that was mended since was right', () => {
    const label = (change: Partial<Decision>) => JSON.parse(labelLine(decision('x', change))) as Record<string, unknown>;
    expect(label({ choice: 'confirmed', reason: undefined })).toMatchObject({ label: 'right', judged: 'violation', rulesVersion: '2026.11.21' });
    expect(label({ reason: 'not-so' }).label).toBe('wrong');
    expect(label({ reason: 'mended' }).label).toBe('right');
    expect(label({ reason: 'not-relevant' }).label).toBe('aside');
    expect(labelLine(decision('x', { choice: 'open' }))).toBe('');
  });
});

describe('records out of files', () => {
  it.each([
    ['nonsense', 'not-json'],
    ['{"duties":{},"id":"x"}', 'policy-result'],
    ['{"site":"a.cn"}', 'broken'],
    ['null', 'broken'],
    [JSON.stringify({ ...badReport(), findings: [{ ...BAD_FINDINGS[0], outcome: 'perhaps' }] }), 'broken'],
  ])('refuse %.30s', (line, problem) => {
    expect(recordOfLine(line)).toMatchObject({ problem });
  });

  it('say where a report is broken, and leave decisions on other sites out', () => {
    expect(recordOfLine(JSON.stringify({ ...badReport(), findings: [{ ...BAD_FINDINGS[0], outcome: 'perhaps' }] }))).toMatchObject({ where: 'findings.0.outcome' });
    expect(recordOfLine(JSON.stringify({ ...badReport(), decisions: [{ ...decision('x'), site: 'other.cn' }, 7] }))).toMatchObject({ decisions: [] });
  });

  it('take reports of versions before there were operator and acts', () => {
    const { operator: _, acts: __, practice: ___, ...old } = badReport();
    expect(recordOfLine(JSON.stringify(old))).toMatchObject({ report: { operator: { name: '' }, acts: [] } });
  });
});

describe('the audit sheet', () => {
  it('knows its rules, tells each point in words and says what to ask for', () => {
    const ids = new Set([...RULES, ...DUTIES].map(({ id }) => id));
    for (const { id, rules, papers } of AUDIT_POINTS) {
      for (const rule of rules) expect(ids.has(rule), `${id}: ${rule}`).toBe(true);
      expect(hasText(`dashboard.audit.point.${id}`), id).toBe(true);
      if (papers) expect(hasText(`dashboard.audit.papers.${id}`), `papers ${id}`).toBe(true);
    }
    expect(new Set(AUDIT_POINTS.map(({ id }) => id)).size).toBe(AUDIT_POINTS.length);
    // Every item of the guide but the first, which only says what it is based on.
    expect(new Set(AUDIT_POINTS.map(({ id }) => id.split('-')[0])).size).toBe(26);
    expect(pointNumber('22-5')).toBe('二十二（五）');
    expect(pointNumber('7')).toBe('七');
  });

  it('puts every rule and duty somewhere, but for the few that the guide has no point for', () => {
    const placed = new Set(AUDIT_POINTS.flatMap(({ rules }) => rules));
    const left = [...RULES, ...DUTIES].map(({ id }) => id).filter((id) => !placed.has(id));
    expect(left.sort()).toEqual(['external-remedy', 'flag-liability-disclaimer', 'jumping-overlay', 'storage-location', 'uncloseable-overlay']);
  });

  it('shows the worst of a point, nothing of what was dismissed, and asks where nothing can be seen', () => {
    const state = (id: string, decisions: Decision[] = []) => auditLines(badReport(), decisions).find(({ point }) => point.id === id)!.state;
    expect(state('8-1')).toBe('suspected');
    expect(state('3-4')).toBe('doubtful');
    expect(state('4-4')).toBe('nothing-seen');
    expect(state('4-3')).toBe('ask');
    expect(state('15-2')).toBe('unseen');
    expect(state('3-4', [decision('retention-period', { outcome: 'review' })])).toBe('unseen');
    const sheet = auditSheet([site()], 'zh-CN');
    expect(sheet.rows).toHaveLength(AUDIT_POINTS.length);
    expect(column(sheet, '审计结论').every((cell) => cell === '')).toBe(true);
  });
});
