/** A draft as a sheet of paper: to be printed, or saved as PDF by the browser's own print dialog. */
import { browser } from 'wxt/browser';
import { PRINT_KEY, type PrintText } from '../actions/files';
import './print.css';

const HEADING = /^(?:[一二三四五六七八九十]{1,3}、|[IVX]{1,4}\. )/;

void browser.storage.session.get(PRINT_KEY).then((kept) => {
  const stored = kept[PRINT_KEY] as PrintText | undefined;
  if (!stored) return;
  document.title = stored.title;
  const sheet = document.createElement('main');
  for (const [index, line] of stored.text.split('\n').entries()) {
    const part = document.createElement(index === 0 ? 'h1' : HEADING.test(line) ? 'h2' : 'p');
    part.textContent = line;
    sheet.append(part);
  }
  document.body.append(sheet);
  window.print();
});
