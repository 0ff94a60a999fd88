import { renderToString } from 'preact-render-to-string';
import { describe, expect, it, vi } from 'vitest';
import { ComplaintEditor } from '../../../components/complaint/editor';
import type { ComplaintEditorProps } from '../../../components/complaint/editor';
import { Tabs } from '../../../components/tabs';
import type { ComplaintActions } from '../../../components/complaint/actions';
import { actions } from './samples';
import { START, badReport } from '../samples';
import { viewStage } from '../view-stage';

const stage = viewStage();
const { all, button, fire } = stage;
const draft = (): string => (stage.root.querySelector('textarea') as HTMLTextAreaElement).value;
const write = (value: string): void => {
  const area = stage.root.querySelector('textarea') as HTMLTextAreaElement;
  area.value = value;
  fire(area, 'input');
};

function open(over: Partial<ComplaintEditorProps> = {}): ComplaintEditorProps {
  const props: ComplaintEditorProps = { report: badReport(), now: START, actions: actions(), onBack: vi.fn(), ...over };
  stage.show(<ComplaintEditor {...props} />);
  return props;
}

describe('the complaint editor', () => {
  it('has every suspected violation chosen and no doubtful one', () => {
    open();
    expect(all('.choice input').map((box) => box.hasAttribute('checked'))).toEqual([true, true, true, true, false]);
    expect(draft()).toContain('本人填写的手机号');
  });

  it('stays usable with two hundred findings: twenty in sight, the rest one press away, every length kept', () => {
    const first = badReport().findings.find(({ outcome }) => outcome === 'violation');
    open({ report: badReport({ findings: Array.from({ length: 200 }, (_, index) => ({ ...first!, rule: `rule-${index}`, summary: { 'zh-CN': `疑似第 ${index} 个问题。`, en: '' } })) }) });
    const inSight = all('.choice').filter((one) => one.closest('details') === null && one.closest('.choose') !== null);
    expect(inSight).toHaveLength(20);
    expect(stage.root.textContent).toContain('还有 180 项');
    expect(draft()).toContain('疑似第 199 个问题');
    for (const [index, limit] of [[1, 2_000], [2, 500]] as const) {
      fire(all('.chip input')[index]!, 'change');
      expect(draft().length).toBeLessThanOrEqual(limit);
      expect(draft()).toMatch(/另有 \d+ 项问题，见附件/);
    }
  });

  it('rewrites the draft when the choice changes', () => {
    open();
    fire(all('.choice input')[0]!, 'change');
    expect(draft()).not.toContain('本人填写的手机号');
    fire(all('.choice input')[4]!, 'change');
    expect(draft()).toContain('保存期限只说了');
  });

  it('keeps what the person wrote when the choice changes, until they ask for a new draft', () => {
    open();
    write('我自己写的');
    fire(all('.choice input')[0]!, 'change');
    expect(draft()).toBe('我自己写的');
    fire(button('按所选重新写'), 'click');
    expect(draft()).toContain('一、被投诉对象');
    expect(draft()).not.toContain('本人填写的手机号');
  });

  it('copies the text as edited and says so', async () => {
    const copy = vi.fn<ComplaintActions['copy']>(async () => true);
    open({ actions: actions({ copy }) });
    write('我自己写的');
    fire(button('复制全文'), 'click');
    await vi.waitFor(() => expect(stage.root.querySelector('.said')?.textContent).toMatch(/^已复制。/));
    expect(copy).toHaveBeenCalledWith('我自己写的');
  });

  it('says how to copy by hand when the browser refuses', async () => {
    open({ actions: actions({ copy: async () => false }) });
    const select = vi.fn();
    (stage.root.querySelector('textarea') as HTMLTextAreaElement).select = select;
    fire(button('复制全文'), 'click');
    await vi.waitFor(() => expect(stage.root.querySelector('.said')?.textContent).toContain('Ctrl+C'));
    expect(select).toHaveBeenCalled();
  });

  it('shortens the text to what a form takes', () => {
    open();
    const whole = draft().length;
    fire(all('.chip input')[2]!, 'change');
    expect(draft().length).toBeLessThanOrEqual(500);
    expect(draft().length).toBeLessThan(whole);
  });

  it('writes in the order of the chosen channel, and marks what is not verified', () => {
    open();
    fire(all('.channel input').find((box) => box.parentElement?.textContent?.includes('12377'))!, 'change');
    expect(draft()).not.toContain('二、问题类别');
    expect(stage.root.textContent).toContain('未核实');
  });

  it('copies the form field by field', async () => {
    const copy = vi.fn<ComplaintActions['copy']>(async () => true);
    open({ actions: actions({ copy }) });
    fire(all('.form-field button')[1]!, 'click');
    await vi.waitFor(() => expect(copy).toHaveBeenCalledWith('未经同意向他人提供个人信息；未经用户同意收集使用个人信息；未按法律规定提供删除或更正个人信息功能，或未公布投诉、举报方式等信息'));
  });

  it('takes up a finding on needed fields only once the person said what the page is for', async () => {
    const finding = { ...badReport().findings.find(({ rule }) => rule === 'pre-ticked-consent')!, rule: 'nonessential-required-field', summary: { 'zh-CN': '疑似强制填写生日。', en: '' } };
    const confirm = vi.fn(async () => true);
    open({ report: badReport({ findings: [finding, ...badReport().findings] }), actions: actions({ confirm, guess: async () => ({ service: 'scan-order', certainty: 'shown', evidence: [{ text: '扫码点餐', selector: 'h1' }] }) }) });
    expect(draft()).not.toContain('生日');
    await vi.waitFor(() => expect(button('是，')).toBeDefined());
    fire(button('是，'), 'click');
    await vi.waitFor(() => expect(draft()).toContain('疑似强制填写生日'));
    expect(confirm).toHaveBeenCalledWith('scan-order');
    expect(draft()).toContain('本人确认，涉及的页面是用来办理“');
  });

  it('shows what is in the pack, leaves parts out, and tells whether it was saved', async () => {
    const savePack = vi.fn<ComplaintActions['savePack']>(async () => 'too-large');
    open({ actions: actions({ savePack }) });
    const pack = stage.root.querySelector('details.pack')! as HTMLDetailsElement;
    pack.setAttribute('open', '');
    Object.defineProperty(pack, 'open', { value: true });
    fire(pack, 'toggle');
    await vi.waitFor(() => expect(all('.pack-part')).toHaveLength(2));
    fire(all('.pack-part input')[0]!, 'change');
    fire(button('保存证据包'), 'click');
    await vi.waitFor(() => expect(stage.root.textContent).toContain('超过 100 MB'));
    expect(savePack.mock.calls[0]![0]).toMatchObject({ without: ['report'] });
  });

  it('keeps a case, and says so when the disk is full', async () => {
    open({ actions: actions({ keep: async () => undefined }) });
    fire(button('记进维权日记'), 'click');
    await vi.waitFor(() => expect(stage.root.textContent).toContain('磁盘已满'));
  });

  it('writes a letter, and keeps the day it was sent', async () => {
    const keep = vi.fn<ComplaintActions['keep']>(async () => 'c1');
    open({ way: 'write', actions: actions({ keep, askToRemind: async () => false }) });
    expect(draft()).toContain('关于网站个人信息处理问题的告知函');
    expect(stage.root.textContent).toContain('最迟应在');
    fire(button('记下：已寄出'), 'click');
    await vi.waitFor(() => expect(stage.root.textContent).toContain('浏览器没有允许通知'));
    expect(keep.mock.calls[0]![2]).toMatchObject({ letter: { kind: 'notice', request: 'complaint' }, steps: [{ kind: 'sent', on: '2026-11-21' }], remind: true });
  });

  it('offers no text to send when nothing is chosen', () => {
    open();
    for (const box of all('.choice input').slice(0, 4)) fire(box, 'change');
    expect(stage.root.querySelector('textarea')).toBeNull();
    expect(stage.root.textContent).toContain('请至少选择一个问题');
  });

  it('links only to addresses that are verified', () => {
    open();
    const links = all('a').map((link) => link.getAttribute('href'));
    expect(links).toContain('https://www.cybersac.cn');
    expect(links.join()).not.toMatch(/pip/);
    expect(stage.root.textContent).toContain('pip@cybersac.cn 未核实');
  });
});

describe('tabs', () => {
  it('move by arrow keys, Home and End, and wrap around', () => {
    const onSelect = vi.fn();
    const tabs = ['a', 'b', 'c'].map((id) => ({ id, label: id, body: id }));
    stage.show(<Tabs label="x" tabs={tabs} selected="a" onSelect={onSelect} />);
    for (const [key, to] of [['ArrowRight', 'b'], ['ArrowLeft', 'c'], ['End', 'c'], ['Home', 'a']] as const) {
      fire(stage.root.querySelector<HTMLElement>('[role=tablist]')!, 'keydown', { key });
      expect(onSelect).toHaveBeenLastCalledWith(to);
    }
    const written = renderToString(<Tabs label="x" tabs={tabs} selected="b" onSelect={onSelect} />);
    expect([...written.matchAll(/aria-selected="(\w+)"[^>]*tabindex="(-?\d)"/g)].map((match) => match.slice(1))).toEqual([['false', '-1'], ['true', '0'], ['false', '-1']]);
  });
});
