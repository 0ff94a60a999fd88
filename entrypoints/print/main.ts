/** A draft as a sheet of paper: to be printed, or saved as PDF by the browser's own print dialog. */
import { browser } from 'wxt/browser';
import { PRINT_KEY, type PrintText } from '../actions/files';
import { lineKind } from '@/analyzers/complaint/line-kind';
import type { LineKind } from '@/analyzers/complaint/line-kind';
import './print.css';

const TAGS: Partial<Record<LineKind, string>> = { title: 'h1', heading: 'h2' };

void browser.storage.session.get(PRINT_KEY).then((kept) => {
  const stored = kept[PRINT_KEY] as PrintText | undefined;
  if (!stored) return;
  document.title = stored.title;
  const sheet = document.createElement('main');
  for (const [index, line] of stored.text.split('\n').entries()) {
    const kind = lineKind(line, index);
    const part = document.createElement((kind && TAGS[kind]) ?? 'p');
    if (kind) part.className = kind;
    part.textContent = line;
    sheet.append(part);
  }
  document.body.append(sheet);
  window.print();
});
