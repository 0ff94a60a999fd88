/** Lists of addresses: plain text, CSV (as spreadsheets export it) and sitemaps. */
import { gunzipSync } from 'node:zlib';
import { parse as parseCsv } from 'csv-parse/sync';
import { DOMParser } from 'linkedom';
import { decodeBytes } from '../../analyzers/policy/decode';
import { readAddress } from './address';

export interface AddressList {
  urls: string[];
  /** What stood where an address should stand, with its line or entry, from 1. */
  rejected: { number: number; text: string }[];
  /** Sitemaps that an index of sitemaps names. */
  sitemaps: string[];
}

/** Headings of a column that holds addresses, best first. */
const HEADINGS = [/^(?:url|网址|链接|地址|link|address)$/i, /^(?:website|web ?site|网站|官网|主页|homepage|home ?page)$/i, /^(?:domain|域名|host)$/i, /url|网址|网站|域名|link|website|domain/i];

/** Bytes a packed sitemap may unpack to (the protocol's own limit). */
const MOST_UNPACKED = 50 * 1024 * 1024;

/** Reads a list whose form is told by its content; `name` helps where content alone does not tell (CSV of one column). */
export function readList(bytes: Uint8Array, name: string): AddressList {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED }) : bytes;
  const decoded = decodeBytes(plain);
  const text = 'failure' in decoded ? Buffer.from(plain).toString('utf8') : decoded.text.replace(/^\uFEFF/, '');
  if (/^\s*<(?:\?xml|urlset|sitemapindex)/i.test(text)) return readSitemap(text);
  return /\.(?:csv|tsv)$/i.test(name) ? readTable(text) : readLines(text);
}

/** One address a line; empty lines and lines that begin with `#` are left out. */
function readLines(text: string): AddressList {
  return collect(text.split(/\r?\n/).map((line, index) => ({ number: index + 1, text: line.trim() })).filter((line) => line.text !== '' && !line.text.startsWith('#')));
}

/** The column of a table that holds addresses: by its heading, else the one with the most of them. */
function readTable(text: string): AddressList {
  const first = text.slice(0, text.search(/\r?\n/) + 1 || undefined);
  const delimiter = ['\t', ';', ','].find((mark) => first.includes(mark)) ?? ',';
  const rows = parseCsv(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, trim: true, info: true }) as unknown as { record: string[]; info: { lines: number } }[];
  const head = rows[0]?.record ?? [];
  const named = HEADINGS.map((heading) => head.findIndex((cell) => heading.test(cell))).find((index) => index >= 0);
  const width = Math.max(0, ...rows.map(({ record }) => record.length));
  const count = (column: number) => rows.filter(({ record }) => looksLikeAddress(record[column] ?? '')).length;
  const column = named ?? Array.from({ length: width }, (_, index) => index).reduce((best, index) => (count(index) > count(best) ? index : best), 0);
  const body = named === undefined ? rows : rows.slice(1);
  return collect(body.map(({ record, info }) => ({ number: info.lines, text: record[column] ?? '' })).filter((cell) => cell.text !== '' && !cell.text.startsWith('#')));
}

function readSitemap(xml: string): AddressList {
  const document = new DOMParser().parseFromString(xml, 'text/xml') as unknown as Document;
  const places = (parent: string) => [...document.querySelectorAll(`${parent} > loc`)].map((element, index) => ({ number: index + 1, text: (element.textContent ?? '').trim() }));
  return { ...collect(places('url')), sitemaps: collect(places('sitemap')).urls };
}

function collect(entries: { number: number; text: string }[]): AddressList {
  const urls = new Set<string>();
  const rejected: AddressList['rejected'] = [];
  for (const entry of entries) {
    const url = readAddress(entry.text);
    if (url === undefined) rejected.push({ ...entry, text: entry.text.slice(0, 200) });
    else urls.add(url);
  }
  return { urls: [...urls], rejected, sitemaps: [] };
}

function looksLikeAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) || (/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u.test(text) && readAddress(text) !== undefined);
}
