import { describe, expect, it, vi } from 'vitest';
import type { Case, CaseStep } from '../../../analyzers/complaint/case';
import { CaseList, CaseView } from '../../../components/cases/cases';
import type { CaseViewProps } from '../../../components/cases/cases';
import { DataParts } from '../../../components/cases/data';
import { PackCard, Packs } from '../../../components/packs/packs';
import { ComparisonView } from '../../../components/packs/compare';
import { START, badReport } from '../samples';
import { viewStage } from '../view-stage';

const stage = viewStage();
const { show, button, fire } = stage;

const DAY = 86_400_000;
const step = (kind: CaseStep['kind'], on: string, more: Partial<CaseStep> = {}): CaseStep => ({ kind, on, at: START, ...more });
const oneCase = (steps: CaseStep[], over: Partial<Case> = {}): Case => ({
  id: 'c1', site: 'yunshang-shop.cn', createdAt: START - 40 * DAY, changedAt: START, letter: { kind: 'deletion', request: 'deletion', text: '信的正文' }, report: badReport(), findings: ['right-deletion'],
  complaint: '', steps, remind: true, ...over,
});
const view = (one: Case, over: Partial<CaseViewProps> = {}) => (
  <CaseView one={one} now={START} backLink="#" onStep={async () => true} onComplain={() => undefined} onRemind={async () => true} onOpenSite={() => undefined} onDelete={() => undefined} {...over} />
);

describe('the list of cases', () => {
  it('puts what is overdue first and says how long', () => {
    const cases = [oneCase([], { id: 'a', site: 'draft.cn' }), oneCase([step('sent', '2026-09-15')], { id: 'b', site: 'late.cn' }), oneCase([step('sent', '2026-11-20')], { id: 'c', site: 'waiting.cn' })];
    const text = show(<CaseList cases={cases} now={START} linkTo={(id) => `#${id}`} />);
    expect([...stage.root.querySelectorAll('.case-site')].map((one) => one.textContent)).toEqual(['late.cn', 'waiting.cn', 'draft.cn']);
    expect(text).toContain('逾期未答复');
    expect(text).toContain('已过 40 天');
  });
});

describe('a case', () => {
  it('shows the due day, what is next and what happened', () => {
    const text = show(view(oneCase([step('sent', '2026-09-15', { note: '挂号信 XA123' })])));
    expect(text).toContain('最迟 2026-10-12 答复');
    expect(text).toContain('写投诉');
    expect(text).toContain('挂号信 XA123');
  });

  it('notes an answer with its day and words, and refuses a day to come', async () => {
    const onStep = vi.fn(async () => true);
    show(view(oneCase([step('sent', '2026-11-20')]), { onStep }));
    fire(button('记下答复'), 'click');
    const [day] = stage.root.querySelectorAll<HTMLInputElement>('input[type=date]');
    day!.value = '2027-01-01';
    fire(day!, 'input');
    fire(stage.root.querySelector('form')!, 'submit');
    expect(stage.root.textContent).toContain('日期在今天之后');
    day!.value = '2026-11-21';
    fire(day!, 'input');
    fire(stage.root.querySelector('form')!, 'submit');
    await vi.waitFor(() => expect(onStep).toHaveBeenCalledWith({ kind: 'answered', on: '2026-11-21', at: START }));
  });

  it('says so when the disk is full, and keeps what was written', async () => {
    show(view(oneCase([step('sent', '2026-11-20')]), { onStep: async () => false }));
    fire(button('记下答复'), 'click');
    fire(stage.root.querySelector('form')!, 'submit');
    await vi.waitFor(() => expect(stage.root.textContent).toContain('磁盘已满'));
    expect(stage.root.querySelector('form')).not.toBeNull();
  });

  it('keeps the outcome of a re-test; what was not seen again is not fixed', async () => {
    const onStep = vi.fn(async (_step: CaseStep) => true);
    const later = badReport({ startedAt: new Date(START + DAY).toISOString(), findings: badReport().findings.map((one) => (one.rule === 'right-deletion' ? { ...one, outcome: 'pass' as const, evidence: [] } : one)).filter(({ rule }) => rule !== 'pre-ticked-consent') });
    show(view(oneCase([step('sent', '2026-11-20')]), { onStep, latest: later }));
    fire(button('复查网站'), 'click');
    expect(stage.root.textContent).toContain('已改正 1');
    expect(stage.root.textContent).toContain('不能说改了 1');
    fire(button('和最近一次访问比较并记下'), 'click');
    await vi.waitFor(() => expect(onStep).toHaveBeenCalled());
    expect(onStep.mock.calls[0]![0].outcome).toMatchObject({ fixed: ['right-deletion'], fresh: [] });
    expect(onStep.mock.calls[0]![0].outcome!.still).toContain('pre-ticked-consent');
  });

  it('is deleted only after a second word', () => {
    const onDelete = vi.fn();
    show(view(oneCase([]), { onDelete }));
    fire(button('删除这个案件'), 'click');
    expect(onDelete).not.toHaveBeenCalled();
    fire([...stage.root.querySelectorAll('button')].find((one) => one.textContent?.trim() === '删除')!, 'click');
    expect(onDelete).toHaveBeenCalled();
  });

  it('speaks both languages without gaps', () => {
    for (const lang of ['zh-CN', 'en'] as const) {
      const steps = [step('sent', '2026-09-15'), step('answered', '2026-09-20'), step('retested', '2026-09-21', { outcome: { fixed: [], still: ['x'], fresh: [] } }), step('complained', '2026-09-22', { channel: 'csac' })];
      expect(show(view(oneCase(steps)), lang)).not.toMatch(/undefined|\{\w+\}|NaN/);
    }
  });
});

describe('a dropped pack', () => {
  const check = { intact: true, altered: [], missing: [], added: [], seal: 'ab'.repeat(32) };
  const card = (opened: object, name = 'a.zip') => <PackCard pack={{ name, opened: { check, files: [], leftOut: [], ...opened } }} keyOf={async () => undefined} onRemove={() => undefined} />;

  it('says intact, or names each file that is not', () => {
    expect(show(card({ report: badReport() }))).toContain('完好：所有文件都与清单一致');
    const text = show(card({ check: { ...check, intact: false, altered: ['report.html'], missing: ['traffic.har'], added: ['x\u202eexe.txt'] } }));
    expect(text).toContain('被改动 report.html');
    expect(text).toContain('缺少 traffic.har');
    expect(text).toContain('多出来 x?exe.txt');
    expect(text).toContain('不能作为证据');
  });

  it.each(['not-a-zip', 'no-list', 'bad-list', 'too-large', 'unsafe-name'] as const)('says in words what is wrong: %s', (problem) => {
    const text = show(card({ check: { ...check, intact: false, problem } }));
    expect(text.length).toBeGreaterThan(15);
    expect(text).not.toContain('完好');
  });
});

describe('packs that are dropped', () => {
  it('are not read when they are too large, and leave a word when they cannot be', async () => {
    const arrayBuffer = vi.fn(async () => new ArrayBuffer(0));
    stage.show(<Packs open={async () => Promise.reject(new Error('no'))} latestOf={async () => undefined} keyOf={async () => undefined} />);
    const input = stage.root.querySelector<HTMLInputElement>('input[type=file]')!;
    Object.defineProperty(input, 'files', { value: [{ name: 'bomb.zip', size: 600 * 1024 * 1024, arrayBuffer }, { name: 'odd.zip', size: 10, arrayBuffer: async () => new ArrayBuffer(10) }] });
    fire(input, 'change');
    await vi.waitFor(() => expect(stage.root.textContent).toContain('超过 512 MB'));
    expect(stage.root.textContent).toContain('读不了这个文件');
    expect(arrayBuffer).not.toHaveBeenCalled();
  });

  it('show what a hostile report says as text only', () => {
    const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a>';
    const [first] = badReport().findings;
    const report = badReport({
      site: hostile,
      operator: { name: hostile, icp: hostile, police: hostile },
      findings: [{ ...first!, summary: { 'zh-CN': hostile, en: hostile }, evidence: [{ kind: 'page-element', url: 'javascript:alert(1)', selector: hostile, text: hostile, at: START }] }],
    });
    const text = stage.show(<PackCard pack={{ name: hostile, opened: { check: { intact: true, altered: [], missing: [], added: [], seal: 'ab'.repeat(32) }, files: [{ path: hostile, bytes: 1 }], leftOut: [], report } }} keyOf={async () => undefined} onRemove={() => undefined} />);
    expect(text).toContain('<script>alert(1)</script>');
    expect(stage.root.querySelector('script, img, iframe, object, embed, [onerror]')).toBeNull();
    for (const link of stage.root.querySelectorAll('a')) expect(link.getAttribute('href') ?? '').not.toMatch(/^javascript:/);
  });
});

describe('two reports', () => {
  it('are compared with a warning where they do not belong together', () => {
    const text = show(<ComparisonView before={badReport()} after={badReport({ site: 'b.cn', startedAt: new Date(START + DAY).toISOString(), findings: [] })} />);
    expect(text).toContain('不是同一个网站');
    expect(text).toContain('不能说改了 4');
  });
});

describe('all data', () => {
  it('is deleted only after a second word, and a refused file is told', async () => {
    const onDelete = vi.fn(async () => undefined);
    show(<DataParts onExport={async () => undefined} onImport={async () => ({ problem: 'foreign', taken: {}, known: 0, bad: 0 })} onDelete={onDelete} />);
    fire(button('删除全部数据'), 'click');
    expect(onDelete).not.toHaveBeenCalled();
    fire(button('全部删除'), 'click');
    await vi.waitFor(() => expect(stage.root.textContent).toContain('已全部删除'));
    const input = stage.root.querySelector<HTMLInputElement>('input[type=file]')!;
    Object.defineProperty(input, 'files', { value: [{ name: 'x' }] });
    fire(input, 'change');
    await vi.waitFor(() => expect(stage.root.textContent).toContain('不是明示导出的文件'));
  });
});
