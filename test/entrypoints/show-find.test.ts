import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { anchorOf } from '../../analyzers/policy/anchor';
import { elementAt, passageAt } from '../../entrypoints/show/find';

const documentOf = (body: string): Document => parseHTML(`<!doctype html><html><body>${body}</body></html>`).document as unknown as Document;

describe('a passage', () => {
  const text = '一、我们收集您的手机号。\n二、我们收集您的手机号。\n三、其他。';
  const second = anchorOf(text, text.lastIndexOf('我们收集'), text.lastIndexOf('我们收集') + 11)!;

  it('is found again over element boundaries, at the right one of its repetitions', () => {
    const { start, end } = passageAt(documentOf('<p>一、我们收集您的手机号。</p><p>二、我们<b>收集您的</b>手机号。</p><p>三、其他。</p>'), second)!;
    expect(start.node.data.slice(start.offset)).toBe('我们');
    expect(end.node.data.slice(0, end.offset)).toBe('手机号。');
    expect(start.node.parentElement?.textContent).toContain('二、');
  });

  it('is not looked for in scripts, and not found where it no longer stands', () => {
    expect(passageAt(documentOf('<script>二、我们收集您的手机号。</script><p>三、其他。</p>'), second)).toBeUndefined();
  });
});

describe('an element', () => {
  it('is found by its selector, in shadow roots too', () => {
    const document = documentOf('<div id="host"></div><form><input id="birthday"></form>');
    const root = document.getElementById('host')!.attachShadow({ mode: 'open' });
    root.append(...[document.createElement('p'), document.createElement('p')]);
    root.lastElementChild!.append(Object.assign(document.createElement('button'), { textContent: '同意' }));
    expect(elementAt(document, '#birthday')?.localName).toBe('input');
    expect(elementAt(document, '#host >>> p:nth-of-type(2) > button')?.textContent).toBe('同意');
  });

  it('is not found by what is no selector, was cut short, or leads into another page', () => {
    const document = documentOf('<iframe id="other"></iframe>');
    for (const selector of ['', ':::', '#gone', '#gone >>> p', '#other >>> p', 'html > body > div:nth-of-']) expect(elementAt(document, selector)).toBeUndefined();
  });
});
