/**
 * The form of a scene: one made-up web site with the hosts it talks to, the steps a visitor takes, and what a correct
 * judgement of it is. Expectations follow the law and the rule catalogue, never the present answers of the code.
 */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Outcome } from '../../analyzers/report';
import type { PolicyFailureReason, Text } from '../../analyzers/artifacts';
import { GENERATORS } from './generated-pages';
import { THIRD_PARTIES } from './third-parties';

/** One thing the visitor does. Selectors are CSS; ` >>> ` enters a shadow root and ` |> ` a frame. */
export type Step =
  | { do: 'goto'; url: string }
  | { do: 'click'; selector: string }
  | { do: 'type'; selector: string; text: string }
  | { do: 'tick'; selector: string }
  | { do: 'wait'; ms: number }
  | { do: 'shake' };

type PolicyStatus = 'read' | 'unseen' | PolicyFailureReason;

/** What a right judgement of the scene is, by rule id. */
export interface Expectation {
  /** Conduct rules that must answer `violation`; any other violation is a wrong accusation. */
  violations: string[];
  /** Conduct rules that must answer `review`. */
  reviews: string[];
  /** Conduct rules that must answer `error`, because the scene keeps them from looking. */
  errors?: string[];
  /** Conduct rules on which careful readers differ here: any outcome listed is right. */
  open?: Record<string, Outcome[]>;
  /** Policy duties that must be labelled `absent`: the policy plainly has nothing on them. */
  absentDuties?: string[];
  /** Policy duties that must not be labelled `absent`: the policy plainly speaks of them. */
  statedDuties?: string[];
  /** `read`, or why no policy can be read; `unseen` where there is no page to look at. A list where more than one describes the scene. */
  policy: PolicyStatus | PolicyStatus[];
  /** Registrable domains, other than the site's own, that get personal data or identifiers. */
  recipients?: string[];
  /** What is plainly right here and may not be built yet: rules of the catalogue, and duties the policy speaks of. */
  later?: { violations?: string[]; reviews?: string[]; statedDuties?: string[] };
}

/** How one path of a host answers when a plain file is not enough. */
export interface SpecialResponse {
  /** Default 200. */
  status?: number;
  headers?: Record<string, string | string[]>;
  /** File to send, relative to the host's folder; its name gives the media type unless `headers` do. */
  file?: string;
  /** Encoding the UTF-8 file is sent in. The `Content-Type` header names it only when `headers` say so. */
  charset?: 'gbk' | 'gb18030' | 'big5';
  json?: unknown;
  /** A page too large to keep as a file, made when it is asked for. */
  generate?: { kind: string; amount: number };
  /** Milliseconds the answer is held back. */
  delayMs?: number;
}

export interface Scene {
  /** The folder's name; bad input has `bad-input/` in front. */
  id: string;
  title: Text;
  /** One sentence: what the site does wrong, or why it is clean. */
  story: Text;
  /** Page the visit starts on. */
  url: string;
  /** Host → folder inside the scene, or `third-party:<name>` of `third-parties/`. */
  hosts: Record<string, string>;
  /** `<METHOD> <host><path>` → answer; `GET` may be left out. */
  responses: Record<string, SpecialResponse>;
  /**
   * `<host><path>` → files in the order of their versions, relative to the host's folder. A request to that host with
   * `scene-version=2` in its query changes them all to the second one, for every later request: a visit before, a visit after.
   */
  versions?: Record<string, string[]>;
  steps: Step[];
  expect: Expectation;
  /** Absolute path of the scene's folder. */
  folder: string;
}

/** Absolute path of the scene library. */
export const SCENES_FOLDER = dirname(fileURLToPath(import.meta.url));

const POLICY_STATUSES: readonly PolicyStatus[] = [
  'read', 'unseen', 'no-link', 'http-error', 'redirect-loop', 'self-link', 'empty', 'no-rules', 'other-document', 'shell', 'pdf', 'not-text', 'too-large',
  'timeout', 'network', 'blocked', 'interrupted',
];
const OUTCOMES: readonly Outcome[] = ['violation', 'review', 'pass', 'not-applicable', 'error'];
const STEP_FIELDS: Record<Step['do'], readonly string[]> = {
  goto: ['url'], click: ['selector'], type: ['selector', 'text'], tick: ['selector'], wait: ['ms'], shake: [],
};

/**
 * Reads and checks every `scene.json` under a library folder, sorted by id: the scenes themselves first, then bad input.
 * Throws one error that lists every fault of every file, so that a broken scene is mended in one go.
 */
export function loadScenes(library: string = SCENES_FOLDER): Scene[] {
  const faults: string[] = [];
  const scenes = sceneFolders(library).map((folder) => readScene(folder, relative(library, folder).split('\\').join('/'), faults));
  const owners = new Map<string, string>();
  for (const scene of scenes) {
    if (!scene) continue;
    for (const [host, target] of Object.entries(scene.hosts)) {
      const meaning = target.startsWith('third-party:') ? target : `${scene.id}/${target}`;
      const known = owners.get(host);
      if (known !== undefined && known !== meaning) faults.push(`${scene.id}: host ${host} is ${meaning} here and ${known} elsewhere`);
      owners.set(host, meaning);
    }
  }
  if (faults.length > 0) throw new Error(`scene library: ${faults.length} fault(s)\n${faults.join('\n')}`);
  return scenes.filter((scene): scene is Scene => scene !== undefined);
}

function sceneFolders(library: string): string[] {
  const inside = (folder: string): string[] =>
    existsSync(folder)
      ? readdirSync(folder).sort().map((name) => join(folder, name)).filter((path) => existsSync(join(path, 'scene.json')))
      : [];
  return [...inside(library), ...inside(join(library, 'bad-input'))];
}

function readScene(folder: string, id: string, faults: string[]): Scene | undefined {
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(join(folder, 'scene.json'), 'utf8'));
  } catch (error) {
    faults.push(`${id}: scene.json cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
  const found = checkScene(raw, id, folder);
  faults.push(...found.map((fault) => `${id}: ${fault}`));
  if (found.length > 0) return undefined;
  return { responses: {}, ...(raw as Omit<Scene, 'folder' | 'responses'>), folder };
}

/** Faults of one parsed `scene.json`, in plain sentences; empty when it is sound. */
export function checkScene(raw: unknown, id: string, folder: string): string[] {
  const faults: string[] = [];
  if (!isRecord(raw)) return ['is not an object'];
  if (raw.id !== id) faults.push(`"id" is ${JSON.stringify(raw.id)}, its folder says "${id}"`);
  for (const key of ['title', 'story']) faults.push(...checkText(raw[key], key));
  const hosts = isRecord(raw.hosts) ? raw.hosts : {};
  if (Object.keys(hosts).length === 0) faults.push('"hosts" names no host');
  for (const [host, target] of Object.entries(hosts)) faults.push(...checkHost(host, target, folder));
  faults.push(...checkAddress(raw.url, 'url', hosts));
  faults.push(...checkResponses(raw.responses, hosts, folder));
  faults.push(...checkVersions(raw.versions, hosts, folder));
  if (!Array.isArray(raw.steps)) faults.push('"steps" is not a list');
  else raw.steps.forEach((step, index) => faults.push(...checkStep(step, `steps[${index}]`, hosts)));
  faults.push(...checkExpectation(raw.expect));
  const known = ['id', 'title', 'story', 'url', 'hosts', 'responses', 'versions', 'steps', 'expect'];
  faults.push(...unknownKeys(raw, known, 'scene'));
  return faults;
}

function checkText(value: unknown, key: string): string[] {
  if (!isRecord(value)) return [`"${key}" is not a text in zh-CN and en`];
  return ['zh-CN', 'en'].filter((lang) => typeof value[lang] !== 'string' || value[lang] === '').map((lang) => `"${key}" has no ${lang}`);
}

function checkHost(host: string, target: unknown, folder: string): string[] {
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host)) return [`host "${host}" is not a lower-case host name`];
  if (typeof target !== 'string') return [`host ${host} names neither a folder nor a third party`];
  if (target.startsWith('third-party:')) {
    const name = target.slice('third-party:'.length);
    return name in THIRD_PARTIES ? [] : [`host ${host} names the third party "${name}", which third-parties/ does not have`];
  }
  const path = join(folder, target);
  return existsSync(path) && statSync(path).isDirectory() ? [] : [`host ${host} names the folder "${target}", which is not there`];
}

function checkAddress(value: unknown, where: string, hosts: Record<string, unknown>): string[] {
  if (typeof value !== 'string' || !URL.canParse(value)) return [`"${where}" is not an absolute address`];
  const { host } = new URL(value);
  return host in hosts ? [] : [`"${where}" is on ${host}, which "hosts" does not name`];
}

function checkResponses(value: unknown, hosts: Record<string, unknown>, folder: string): string[] {
  if (value === undefined) return [];
  if (!isRecord(value)) return ['"responses" is not an object'];
  return Object.entries(value).flatMap(([key, response]) => {
    const where = `responses["${key}"]`;
    const match = /^(?:(GET|POST|PUT|DELETE) )?([a-z0-9.-]+)(\/\S*)$/.exec(key);
    if (!match) return [`${where} is not "<METHOD> <host><path>"`];
    const host = match[2] ?? '';
    const target = hosts[host];
    if (typeof target !== 'string') return [`${where} is on a host that "hosts" does not name`];
    if (!isRecord(response)) return [`${where} is not an object`];
    const faults = unknownKeys(response, ['status', 'headers', 'file', 'charset', 'json', 'generate', 'delayMs'], where);
    if (typeof response.file === 'string' && !existsSync(join(folder, target, response.file))) faults.push(`${where} sends ${response.file}, which is not there`);
    if (isRecord(response.generate) && !(String(response.generate.kind) in GENERATORS)) faults.push(`${where} generates "${String(response.generate.kind)}", which is unknown`);
    return faults;
  });
}

function checkVersions(value: unknown, hosts: Record<string, unknown>, folder: string): string[] {
  if (value === undefined) return [];
  if (!isRecord(value)) return ['"versions" is not an object'];
  return Object.entries(value).flatMap(([key, files]) => {
    const host = key.split('/')[0] ?? '';
    const target = hosts[host];
    if (typeof target !== 'string') return [`versions["${key}"] is on a host that "hosts" does not name`];
    if (!isStrings(files) || files.length < 2) return [`versions["${key}"] is not a list of two or more files`];
    return files.filter((file) => !existsSync(join(folder, target, file))).map((file) => `versions["${key}"] sends ${file}, which is not there`);
  });
}

function checkStep(step: unknown, where: string, hosts: Record<string, unknown>): string[] {
  if (!isRecord(step) || typeof step.do !== 'string' || !(step.do in STEP_FIELDS)) return [`${where} does none of ${Object.keys(STEP_FIELDS).join(', ')}`];
  const fields = STEP_FIELDS[step.do as Step['do']];
  const faults = unknownKeys(step, ['do', ...fields], where);
  for (const field of fields) {
    const wanted = field === 'ms' ? 'number' : 'string';
    if (typeof step[field] !== wanted) faults.push(`${where}.${field} is not a ${wanted}`);
  }
  if (step.do === 'goto') faults.push(...checkAddress(step.url, `${where}.url`, hosts));
  return faults;
}

function checkExpectation(value: unknown): string[] {
  if (!isRecord(value)) return ['"expect" is missing'];
  const faults = unknownKeys(value, ['violations', 'reviews', 'errors', 'open', 'absentDuties', 'statedDuties', 'policy', 'recipients', 'later'], 'expect');
  for (const key of ['violations', 'reviews']) if (!isStrings(value[key])) faults.push(`expect.${key} is not a list of rule ids`);
  for (const key of ['errors', 'absentDuties', 'statedDuties', 'recipients']) {
    if (value[key] !== undefined && !isStrings(value[key])) faults.push(`expect.${key} is not a list of strings`);
  }
  const later = isRecord(value.later) ? value.later : {};
  faults.push(...unknownKeys(later, ['violations', 'reviews', 'statedDuties'], 'expect.later'));
  for (const [key, list] of Object.entries(later)) if (!isStrings(list)) faults.push(`expect.later.${key} is not a list of strings`);
  const reasons = Array.isArray(value.policy) ? value.policy : [value.policy];
  for (const reason of reasons) {
    if (!POLICY_STATUSES.includes(reason as PolicyStatus)) faults.push(`expect.policy ${JSON.stringify(reason)} is neither "read" nor a reason`);
  }
  const open = isRecord(value.open) ? value.open : {};
  for (const [rule, outcomes] of Object.entries(open)) {
    if (!isStrings(outcomes) || outcomes.length < 2 || outcomes.some((o) => !OUTCOMES.includes(o as Outcome))) faults.push(`expect.open.${rule} is not a list of two or more outcomes`);
  }
  const lists = [value.violations, value.reviews, value.errors, Object.keys(open)].filter(isStrings).flat();
  for (const rule of new Set(lists)) if (lists.filter((r) => r === rule).length > 1) faults.push(`expect gives ${rule} two outcomes`);
  return faults;
}

function unknownKeys(value: Record<string, unknown>, known: readonly string[], where: string): string[] {
  return Object.keys(value).filter((key) => !known.includes(key)).map((key) => `${where} has the unknown key "${key}"`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
