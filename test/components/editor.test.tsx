import { parseHTML } from 'linkedom';
import { options, render } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ComplaintEditor } from '../../components/complaint-editor';
import type { ComplaintEditorProps } from '../../components/complaint-editor';
import { Language } from '../../components/language';
import { Tabs } from '../../components/tabs';
import { START, badReport } from './samples';

/** Preact draws at once and runs effects at once, so that a test sees the result of an event on the next line. */
let root: HTMLElement;
const before = { debounce: options.debounceRendering, raf: options.requestAnimationFrame };
beforeAll(() => {
  options.debounceRendering = (draw) => draw();
  options.requestAnimationFrame = (run) => run();
});
afterAll(() => {
  options.debounceRendering = before.debounce;
  options.requestAnimationFrame = before.raf;
});
beforeEach(() => {
  const { document, window } = parseHTML('<!doctype html><html><body><div id="root"></div></body></html>');
  vi.stubGlobal('document', document);
  vi.stubGlobal('window', window);
  root = document.getElementById('root') as unknown as HTMLElement;
});
afterEach(() => {
  render(null, root);
  vi.unstubAllGlobals();
});

const all = (selector: string): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(selector)];
const button = (label: string): HTMLElement => all('button').find((one) => one.textContent?.includes(label))!;
const fire = (element: HTMLElement, type: string, init: Record<string, unknown> = {}): void => {
  const event = document.createEvent('Event');
  event.initEvent(type, true, true);
  element.dispatchEvent(Object.assign(event, init));
};
const draft = (): string => (root.querySelector('textarea') as HTMLTextAreaElement).value;
const write = (value: string): void => {
  const area = root.querySelector('textarea') as HTMLTextAreaElement;
  area.value = value;
  fire(area, 'input');
};

function open(over: Partial<ComplaintEditorProps> = {}): ComplaintEditorProps {
  const props: ComplaintEditorProps = { report: badReport(), now: START, onCopy: vi.fn(async () => true), onBack: vi.fn(), ...over };
  render(
    <Language.Provider value="zh-CN">
      <ComplaintEditor {...props} />
    </Language.Provider>,
    root,
  );
  return props;
}

describe('the complaint editor', () => {
  it('has every suspected violation chosen and no doubtful one', () => {
    open();
    expect(all('.choice input').map((box) => box.hasAttribute('checked'))).toEqual([true, true, true, true, false]);
    expect(draft()).toContain('本人填写的手机号');
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
    const { onCopy } = open();
    write('我自己写的');
    fire(button('复制全文'), 'click');
    await vi.waitFor(() => expect(root.querySelector('.said')?.textContent).toBe('已复制。'));
    expect(onCopy).toHaveBeenCalledWith('我自己写的');
  });

  it('says how to copy by hand when the browser refuses', async () => {
    open({ onCopy: async () => false });
    (root.querySelector('textarea') as HTMLTextAreaElement).select = vi.fn();
    fire(button('复制全文'), 'click');
    await vi.waitFor(() => expect(root.querySelector('.said')?.textContent).toContain('Ctrl+C'));
    expect((root.querySelector('textarea') as HTMLTextAreaElement).select).toHaveBeenCalled();
  });

  it('tells whether the evidence pack was saved', async () => {
    open({ onSavePack: async () => false });
    fire(button('保存证据包'), 'click');
    await vi.waitFor(() => expect(root.querySelector('.said')?.textContent).toContain('没能保存'));
  });

  it('offers no text to send when nothing is chosen', () => {
    open();
    for (const box of all('.choice input').slice(0, 4)) fire(box, 'change');
    expect(root.querySelector('textarea')).toBeNull();
    expect(root.textContent).toContain('请至少选择一个问题');
  });

  it('links only to addresses that are verified', () => {
    open();
    const links = all('a').map((link) => link.getAttribute('href'));
    expect(links).toContain('https://www.cybersac.cn');
    expect(links.join()).not.toMatch(/pip/);
    expect(root.textContent).toContain('pip@cybersac.cn未核实');
  });
});

describe('tabs', () => {
  it('move by arrow keys, Home and End, and wrap around', () => {
    const onSelect = vi.fn();
    const tabs = ['a', 'b', 'c'].map((id) => ({ id, label: id, body: id }));
    render(<Tabs label="x" tabs={tabs} selected="a" onSelect={onSelect} />, root);
    for (const [key, to] of [['ArrowRight', 'b'], ['ArrowLeft', 'c'], ['End', 'c'], ['Home', 'a']] as const) {
      fire(root.querySelector<HTMLElement>('[role=tablist]')!, 'keydown', { key });
      expect(onSelect).toHaveBeenLastCalledWith(to);
    }
    const written = renderToString(<Tabs label="x" tabs={tabs} selected="b" onSelect={onSelect} />);
    expect([...written.matchAll(/aria-selected="(\w+)"[^>]*tabindex="(-?\d)"/g)].map((match) => match.slice(1))).toEqual([['false', '-1'], ['true', '0'], ['false', '-1']]);
  });
});
