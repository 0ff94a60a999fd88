/** Results from disk: files are read line by line, checked, and kept in small groups, so that a run of ten thousand sites can be opened. */
import { readPack, recordOfLine, recordsOf, type ReadRecord, type RecordProblem } from '../../analyzers/evidence/read-results';
import type { PackCheck } from '../../analyzers/evidence/check';
import { keepImported } from '../../store/imports';
import { db } from './shelf';

/** What became of one file. */
export interface Opened {
  file: string;
  sites: string[];
  bad: number;
  /** The first record that could not be read. */
  first?: { line: number } & RecordProblem;
  /** The file was a pack. */
  pack?: PackCheck;
  failure?: 'empty' | 'unreadable' | 'full' | 'too-large';
}

/** Records kept at once. */
const GROUP = 40;
/** Characters of one record; a longer line is no report. */
const MAX_LINE = 16 * 1024 * 1024;
/** Bytes of a file that is read whole. */
const MAX_WHOLE = 300 * 1024 * 1024;

/** Opens a file: JSON lines, a single result, a list, or an evidence pack. Never rejects. */
export async function openFile(file: File, onProgress: (count: number) => void): Promise<Opened> {
  const opened: Opened = { file: file.name, sites: [], bad: 0 };
  try {
    if (file.size === 0) return { ...opened, failure: 'empty' };
    const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
    if (head[0] === 0x50 && head[1] === 0x4b) return await openPackFile(file, opened);
    await keepAll(file, opened, onProgress);
    return opened;
  } catch (error) {
    const names = [(error as Error)?.name, (error as { inner?: Error })?.inner?.name];
    return { ...opened, failure: names.some((name) => name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_INDEXEDDB_QUOTA_ERR') ? 'full' : 'unreadable' };
  }
}

async function openPackFile(file: File, opened: Opened): Promise<Opened> {
  if (file.size > MAX_WHOLE) return { ...opened, failure: 'too-large' };
  const { check, record } = readPack(new Uint8Array(await file.arrayBuffer()));
  // A pack that was altered proves nothing: it is told, and what stands in it is not taken over.
  if (check.intact && record) {
    await keepImported(db, [record], file.name);
    opened.sites.push(record.report.site);
  }
  return { ...opened, pack: check };
}

async function keepAll(file: File, opened: Opened, onProgress: (count: number) => void): Promise<void> {
  let group: ReadRecord[] = [];
  const flush = async (): Promise<void> => {
    if (group.length === 0) return;
    await keepImported(db, group, file.name);
    opened.sites.push(...group.map(({ report }) => report.site));
    group = [];
    onProgress(opened.sites.length);
  };
  const take = async (record: ReadRecord | RecordProblem, line: number): Promise<void> => {
    if ('problem' in record) {
      opened.bad += 1;
      opened.first ??= { line, ...record };
    } else if (group.push(record) >= GROUP) await flush();
  };

  let line = 0;
  let first: string | undefined;
  for await (const text of linesOf(file)) {
    line += 1;
    if (text.trim() === '') continue;
    // A file that does not begin with a whole record is no list of lines, but one text.
    if (first === undefined) {
      first = text;
      const record = recordOfLine(text.replace(/^\uFEFF/, ''));
      if ('problem' in record && record.problem === 'not-json') {
        if (file.size > MAX_WHOLE) throw new Error('too large');
        const records = recordsOf(await file.text());
        for (const [index, one] of records.entries()) await take(one, index + 1);
        break;
      }
      // One line can hold a whole list, too.
      if ('problem' in record && text.trimStart().startsWith('[')) {
        for (const [index, one] of recordsOf(text).entries()) await take(one, index + 1);
        continue;
      }
      await take(record, line);
      continue;
    }
    await take(recordOfLine(text), line);
  }
  await flush();
}

/** The lines of a file, read as they are needed. */
async function* linesOf(file: File): AsyncGenerator<string> {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    rest += value;
    if (!value.includes('\n') && rest.length < MAX_LINE) continue;
    const lines = rest.split('\n');
    rest = lines.pop()!;
    yield* lines;
    if (rest.length >= MAX_LINE) {
      await reader.cancel();
      throw new Error('line too long');
    }
  }
  if (rest) yield rest;
}
