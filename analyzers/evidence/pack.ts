/**
 * The evidence pack: one zip that a stranger can read and check with standard tools (`sha256sum -c SHA256SUMS`).
 * Pure: everything it holds, the time included, comes from outside.
 */
import { strToU8, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import type { EpochMs, PolicyDocument, Visit } from '../artifacts';
import type { SiteReport } from '../report';
import { beijingTime, plainAddress } from '../complaint/plain';
import { translate } from '../../locales/views';
import { sha256Hex } from './digest';
import { redactedHar } from './har';
import { docx } from './docx';
import { markedPolicy } from './marked-policy';
import { SUMS, partOf } from './parts';
import type { PartId } from './parts';
import { redactReport } from './redact';

export interface PackInput {
  report: SiteReport;
  visit: Visit;
  /** `report.html`, rendered by `renderReportPage`. */
  reportHtml: string;
  /** The policy's page as a browser rendered it, where its text was read from there. */
  policyHtml?: Uint8Array | string;
  /** The policy's documents exactly as received, by the SHA-256 that stands in the report. */
  policySources?: ReadonlyMap<string, Uint8Array>;
  screenshots?: { file: string; bytes: Uint8Array }[];
  /** The draft as the person left it; empty when there is none. */
  complaintText: string;
  /** A letter to the operator, as the person left it. */
  letterText?: string;
  /** Parts the person leaves out; the pack says which. */
  without?: readonly PartId[];
  /** Ids of masked values in page texts that the person wants to stand in full. */
  shown?: ReadonlySet<string>;
  tool: SiteReport['tool'];
  now: EpochMs;
}

/** The files of a pack by their path. */
export function buildPack(input: PackInput): Map<string, Uint8Array> {
  const { report, visit, now } = input;
  const files = new Map<string, Uint8Array>();
  const put = (path: string, content: string | Uint8Array): void => void files.set(path, typeof content === 'string' ? strToU8(content) : content);

  put('README.txt', readme(input));
  put('report.html', input.reportHtml);
  put('findings.json', json(redactReport(report, input.shown)));
  const texts = [['complaint', input.complaintText], ['letter', input.letterText ?? '']] as const;
  for (const [name, text] of texts) {
    if (text === '') continue;
    put(`${name}.txt`, text);
    put(`${name}.docx`, docx(text, now));
  }
  put('traffic.har', json(redactedHar(visit, report)));
  if (visit.policy.status === 'read') {
    put('policy/policy.html', markedPolicy(visit.policy.document, report));
    put('policy/policy.txt', visit.policy.document.text);
    put('policy/source.json', json([visit.policy.document, ...visit.policy.linked].map(sourceOf)));
    visit.policy.linked.forEach((document, index) => {
      put(`policy/linked-${index + 1}.txt`, document.text);
      put(`policy/linked-${index + 1}.html`, markedPolicy(document, report));
    });
    // Named .txt: what a site served must not run when the pack's reader double-clicks it.
    [visit.policy.document, ...visit.policy.linked].forEach(({ source }, index) => {
      const received = input.policySources?.get(source.sha256);
      if (received && sha256Hex(received) === source.sha256) put(index === 0 ? 'policy/policy.html.txt' : `policy/linked-${index}.html.txt`, received);
    });
  }
  if (input.policyHtml !== undefined && !files.has('policy/policy.html.txt')) put('policy/policy.html.txt', input.policyHtml);
  for (const { file, bytes } of input.screenshots ?? []) put(unused(files, `screenshots/${safeName(file)}`), bytes);

  const without = new Set(input.without);
  for (const path of [...files.keys()]) {
    const part = partOf(path);
    if (part && without.has(part)) files.delete(path);
  }
  put('manifest.json', json(manifest(input, files)));
  put(SUMS, [...files].sort(byPath).map(([path, bytes]) => `${sha256Hex(bytes)}  ${path}\n`).join(''));
  return files;
}

/** Most bytes of a pack: more is refused before it is made, since forms and mail take far less. */
export const MAX_PACK_BYTES = 100 * 1024 * 1024;

/** The bytes of all files together. */
export function packBytes(files: ReadonlyMap<string, Uint8Array>): number {
  return [...files.values()].reduce((sum, { length }) => sum + length, 0);
}

/** Packs the files. The same files and time give the same bytes. */
export function zipPack(files: Map<string, Uint8Array>, now: EpochMs): Uint8Array {
  // Zip knows years from 1980 to 2099 only; a clock outside is not worth losing the evidence for.
  const mtime = Math.min(Math.max(now, Date.UTC(1980, 0, 2)), Date.UTC(2099, 11, 30));
  // Pictures are compressed already.
  const entries = [...files].sort(byPath).map(([path, bytes]) => [path, [bytes, { level: /\.(?:png|jpe?g|webp|docx)$/.test(path) ? 0 : 6 }]] as const);
  return zipSync(Object.fromEntries(entries) as Zippable, { mtime });
}

/** File name for a site's pack: `mingshi-example.cn-20261121-080509.zip`. */
export function packName(report: SiteReport, now: EpochMs): string {
  return `mingshi-${safeName(report.site)}-${beijingTime(now).replace(/[-:]/g, '').replace(' ', '-')}.zip`;
}

function manifest({ report, visit, tool, now, without }: PackInput, files: Map<string, Uint8Array>): object {
  return {
    format: 'mingshi-evidence',
    formatVersion: 1,
    createdAt: new Date(now).toISOString(),
    tool: { name: 'Mingshi', version: tool.version, rulesVersion: tool.rulesVersion },
    browser: tool.browser,
    site: report.site,
    url: plainAddress(report.url, 2_048),
    visit: {
      id: visit.id,
      startedAt: new Date(visit.startedAt).toISOString(),
      ...(visit.endedAt === undefined ? {} : { endedAt: new Date(visit.endedAt).toISOString() }),
      problems: visit.problems,
    },
    ...(without?.length ? { leftOut: [...without] } : {}),
    redaction: 'Personal values are masks and salted digests; equal digests within this pack mean equal values.',
    files: [...files].sort(byPath).map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256Hex(bytes) })),
  };
}

function sourceOf({ url, finalUrl, title, source, fetchedAt }: PolicyDocument): object {
  return { url, finalUrl, title, ...source, fetchedAt: new Date(fetchedAt).toISOString() };
}

function readme({ report, now, without = [] }: PackInput): string {
  const text = translate('zh-CN', 'report.pack.readme', {
    site: report.site,
    url: plainAddress(report.url),
    visited: beijingTime(Date.parse(report.startedAt)),
    created: beijingTime(now),
    version: report.tool.version,
    rules: report.tool.rulesVersion,
  });
  return without.length === 0 ? text : text + translate('zh-CN', 'report.pack.left-out', { parts: without.join('、') });
}

/** Letters, digits, dot, dash and underscore; never empty, never a path, never hidden. */
function safeName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+/, '').slice(0, 80) || 'file';
}

/** The path, or the path with a number where it is taken. */
function unused(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  let free = path;
  for (let number = 2; files.has(free); number++) free = path.replace(/(\.[^./]*)?$/, `-${number}$1`);
  return free;
}

function byPath([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
