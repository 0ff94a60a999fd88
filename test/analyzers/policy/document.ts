import type { Block, PolicyDocument } from '../../../analyzers/artifacts';

/**
 * A policy from lines of text: `# ` to `###### ` marks a heading, `- ` a list item, `| a | b |` a table row (the first row of a
 * table is its header), anything else a paragraph. Marks are not part of the text.
 */
export function documentOf(...lines: string[]): PolicyDocument {
  const blocks: Block[] = [];
  let text = '';
  let table = -1;
  let inTable = false;
  for (const line of lines.flatMap((part) => part.split('\n')).map((part) => part.trim()).filter(Boolean)) {
    if (text) text += '\n';
    const start = text.length;
    const heading = /^(#{1,6}) (.*)$/.exec(line);
    const row = line.startsWith('|') ? line.split('|').slice(1, -1).map((cell) => cell.trim()) : undefined;
    if (row) {
      if (!inTable) table++;
      const cells: { start: number; end: number }[] = [];
      row.forEach((cell, i) => {
        if (i > 0) text += ' ';
        cells.push({ start: text.length, end: text.length + cell.length });
        text += cell;
      });
      blocks.push({ kind: 'table-row', start, end: text.length, cells, table, isHeader: !inTable });
    } else if (heading) {
      text += heading[2]!;
      blocks.push({ kind: 'heading', start, end: text.length, level: heading[1]!.length });
    } else if (line.startsWith('- ')) {
      text += line.slice(2);
      blocks.push({ kind: 'list-item', start, end: text.length });
    } else {
      text += line;
      blocks.push({ kind: 'paragraph', start, end: text.length });
    }
    inTable = row !== undefined;
  }
  return {
    url: 'https://policy.test/', finalUrl: 'https://policy.test/', title: '', language: 'zh', text, blocks, links: [],
    source: { mediaType: 'text/html', charset: 'utf-8', bytes: text.length, sha256: '' }, fetchedAt: 0,
  };
}
