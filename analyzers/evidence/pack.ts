/**
 * The evidence pack: one zip that a stranger can read and check with standard tools (`sha256sum -c SHA256SUMS`).
 * Pure: everything it holds, the time included, comes from outside.
 */
import { strToU8, zipSync } from 'fflate';
import type { EpochMs, PolicyDocument, Visit } from '../artifacts';
import type { SiteReport } from '../report';
import { beijingTime, plainAddress } from '../complaint/plain';
import { translate } from '../../locales/views';
import { sha256Hex } from './digest';
import { redactedHar } from './har';
import { redactReport } from './redact';

/** Name of the checksum list inside a pack. */
export const SUMS = 'SHA256SUMS';

export interface PackInput {
  report: SiteReport;
  visit: Visit;
  /** `report.html`, rendered by `renderReportPage`. */
  reportHtml: string;
  /** The policy's page exactly as received; its SHA-256 is the document's. Left out when absent. */
  policyHtml?: Uint8Array | string;
  screenshots?: { file: string; bytes: Uint8Array }[];
  /** The draft as the person left it; empty when there is none. */
  complaintText: string;
  tool: SiteReport['tool'];
  now: EpochMs;
}

/** The files of a pack by their path. */
export function buildPack(input: PackInput): Map<string, Uint8Array> {
  const { report, visit } = input;
  const files = new Map<string, Uint8Array>();
  const put = (path: string, content: string | Uint8Array): void => void files.set(path, typeof content === 'string' ? strToU8(content) : content);

  put('README.txt', readme(input));
  put('report.html', input.reportHtml);
  put('findings.json', json(redactReport(report)));
  if (input.complaintText) put('complaint.txt', input.complaintText);
  put('traffic.har', json(redactedHar(visit, report)));
  if (visit.policy.status === 'read') {
    put('policy/policy.txt', visit.policy.document.text);
    put('policy/source.json', json([visit.policy.document, ...visit.policy.linked].map(sourceOf)));
    visit.policy.linked.forEach((document, index) => put(`policy/linked-${index + 1}.txt`, document.text));
  }
  // Named .txt: what a site served must not run when the pack's reader double-clicks it.
  if (input.policyHtml !== undefined) put('policy/policy.html.txt', input.policyHtml);
  for (const { file, bytes } of input.screenshots ?? []) put(unused(files, `screenshots/${safeName(file)}`), bytes);

  put('manifest.json', json(manifest(input, files)));
  put(SUMS, [...files].sort(byPath).map(([path, bytes]) => `${sha256Hex(bytes)}  ${path}\n`).join(''));
  return files;
}

/** Packs the files. The same files and time give the same bytes. */
export function zipPack(files: Map<string, Uint8Array>, now: EpochMs): Uint8Array {
  // Zip knows years from 1980 to 2099 only; a clock outside is not worth losing the evidence for.
  const mtime = Math.min(Math.max(now, Date.UTC(1980, 0, 2)), Date.UTC(2099, 11, 30));
  return zipSync(Object.fromEntries([...files].sort(byPath).map(([path, bytes]) => [path, bytes])), { mtime, level: 6 });
}

/** File name for a site's pack: `mingshi-example.cn-20261121-080509.zip`. */
export function packName(report: SiteReport, now: EpochMs): string {
  return `mingshi-${safeName(report.site)}-${beijingTime(now).replace(/[-:]/g, '').replace(' ', '-')}.zip`;
}

function manifest({ report, visit, tool, now }: PackInput, files: Map<string, Uint8Array>): object {
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
    redaction: 'Personal values are masks and salted digests; equal digests within this pack mean equal values.',
    files: [...files].sort(byPath).map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256Hex(bytes) })),
  };
}

function sourceOf({ url, finalUrl, title, source, fetchedAt }: PolicyDocument): object {
  return { url, finalUrl, title, ...source, fetchedAt: new Date(fetchedAt).toISOString() };
}

function readme({ report, now }: PackInput): string {
  return translate('zh-CN', 'report.pack.readme', {
    site: report.site,
    url: plainAddress(report.url),
    visited: beijingTime(Date.parse(report.startedAt)),
    created: beijingTime(now),
    version: report.tool.version,
    rules: report.tool.rulesVersion,
  });
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
