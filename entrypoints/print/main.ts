/** A draft as a sheet of paper: to be printed, or saved as PDF by the browser's own print dialog. */
import { browser } from 'wxt/browser';
import { PRINT_KEY, type PrintText } from '../actions/files';
import './print.css';

const HEADING = /^(?:[一二三四五六七八九十]{1,3}、|[IVX]{1,4}\. )/;

const stored = (await browser.storage.session.get(PRINT_KEY))[PRINT_KEY] as PrintText | undefined;
if (stored) {
  document.title = stored.title;
  const lines = stored.text.split('\n');
  const sheet = document.createElement('main');
  for (const [index, line] of lines.entries()) {
    const part = document.createElement(index === 0 ? 'h1' : HEADING.test(line) ? 'h2' : 'p');
    part.textContent = line;
    sheet.append(part);
  }
  document.body.append(sheet);
  window.print();
}
