/** The policy as it was read, with the passages that findings quote marked: a page that a stranger can open. */
import type { Block, PolicyDocument } from '../artifacts';
import { beijingTime, documentAddress } from '../complaint/plain';
import type { SiteReport } from '../report';
import { translate } from '../../locales/views';
import { escapeHtml, standalonePage } from './html';

const CSS = `body{max-width:46em;margin:2em auto;padding:0 1em;font:16px/1.8 serif;color:#221f1b;background:#fff}
h1{font-size:1.4em}header{border-bottom:2px solid #221f1b;margin-bottom:1em}header p{font-size:.85em;color:#5d564b;overflow-wrap:anywhere}
mark{background:#ffe08a;padding:.1em 0}td,th{border:1px solid #ccc;padding:.2em .5em;text-align:left}table{border-collapse:collapse}.list{margin-left:1.2em}`;

/** A quoted passage by its place in the text. */
interface Passage {
  start: number;
  end: number;
}

/** One document of the policy as HTML, with the passages of the report's evidence marked. */
export function markedPolicy(document: PolicyDocument, report: SiteReport): string {
  const tell = (key: string, params: Record<string, string | number> = {}): string => translate('zh-CN', `report.pack.policy.${key}`, params);
  const passages = passagesIn(document, report);
  const title = document.title.slice(0, 200) || tell('untitled');
  const head = [
    `<h1>${escapeHtml(title)}</h1>`,
    `<p>${escapeHtml(tell('from', { url: documentAddress(document.finalUrl) || document.finalUrl.slice(0, 300), time: beijingTime(document.fetchedAt) }))}</p>`,
    `<p>${escapeHtml(tell('digest', { digest: document.source.sha256 }))}</p>`,
    `<p>${escapeHtml(tell('marked', { count: passages.length }))}</p>`,
  ];
  const blocks: Block[] = document.blocks.length > 0 ? document.blocks : [{ kind: 'paragraph', start: 0, end: document.text.length }];
  const body = blocks.map((block) => blockHtml(block, document.text, passages)).join('\n');
  return standalonePage({ lang: document.language === 'en' ? 'en' : 'zh-CN', title, css: CSS, body: `<header>${head.join('\n')}</header>\n<main>${body}</main>` });
}

/** Passages that the report's evidence takes from this document, joined where they overlap. */
export function passagesIn(document: PolicyDocument, report: SiteReport): Passage[] {
  const quotes = report.findings
    .filter(({ outcome }) => outcome === 'violation' || outcome === 'review')
    .flatMap(({ evidence }) => evidence)
    .flatMap((one) => (one.kind === 'policy-text' && one.sha256 === document.source.sha256 && one.quote ? [one] : []));
  const found = quotes.flatMap(({ quote, start }): Passage[] => {
    const at = start !== undefined && document.text.startsWith(quote!, start) ? start : document.text.indexOf(quote!);
    return at < 0 ? [] : [{ start: at, end: at + quote!.length }];
  });
  return found
    .sort((a, b) => a.start - b.start)
    .reduce<Passage[]>((joined, passage) => {
      const last = joined.at(-1);
      if (last && passage.start <= last.end) last.end = Math.max(last.end, passage.end);
      else joined.push({ ...passage });
      return joined;
    }, []);
}

function blockHtml(block: Block, text: string, passages: readonly Passage[]): string {
  const inner = markedText(text, block, passages);
  switch (block.kind) {
    case 'heading': {
      const level = Math.min(6, Math.max(2, (block.level ?? 1) + 1));
      return `<h${level}>${inner}</h${level}>`;
    }
    case 'list-item':
      return `<p class="list">${inner}</p>`;
    case 'table-row': {
      const tag = block.isHeader ? 'th' : 'td';
      const cells = block.cells?.map((cell) => `<${tag}>${markedText(text, cell, passages)}</${tag}>`).join('') ?? `<${tag}>${inner}</${tag}>`;
      return `<table><tr>${cells}</tr></table>`;
    }
    case 'paragraph':
      return inner.split('\n').map((line) => `<p>${line}</p>`).join('\n');
  }
}

function markedText(text: string, { start, end }: Passage, passages: readonly Passage[]): string {
  let at = start;
  let html = '';
  for (const passage of passages) {
    const from = Math.max(passage.start, start);
    const to = Math.min(passage.end, end);
    if (from >= to) continue;
    html += `${escapeHtml(text.slice(at, from))}<mark>${escapeHtml(text.slice(from, to))}</mark>`;
    at = to;
  }
  return html + escapeHtml(text.slice(at, end));
}
