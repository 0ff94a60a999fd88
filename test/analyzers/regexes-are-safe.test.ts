import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { EN } from '../../analyzers/policy/en';
import { ZH } from '../../analyzers/policy/zh';

/**
 * Every regular expression of `analyzers/`, whether it stands there as a literal or is put together when its module loads.
 * The patterns of the two readers have tests of their own and are passed over here.
 */
const FOLDER = join(import.meta.dirname, '../../analyzers');
const FILES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).sort();

/** Put together while it runs, from words that are escaped: nothing to be known when the module loads. */
const AT_RUN_TIME = ['traffic/named.ts'];

/** Build patterns for the modules beside them, when those load. */
const CALLED_BY_OTHERS = ['policy/en/wording.ts', 'policy/facts/first-characters.ts'];

interface Found {
  place: string;
  source: string;
  flags: string;
}

/** Literals of a file, and whether it builds others. */
function read(file: string): { literals: Found[]; builds: boolean } {
  const tree = ts.createSourceFile(file, readFileSync(join(FOLDER, file), 'utf8'), ts.ScriptTarget.Latest);
  const literals: Found[] = [];
  let builds = false;
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      literals.push({ place: `${file}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText(tree) === 'RegExp') builds = true;
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { literals, builds };
}

/** What modules build when they load: each is loaded anew with a constructor that takes notes. */
async function built(files: readonly string[]): Promise<Map<string, Found[]>> {
  const found = new Map<string, Found[]>();
  const Original = globalThis.RegExp;
  for (const file of files) {
    const notes: Found[] = [];
    globalThis.RegExp = new Proxy(Original, {
      construct(target, [source, flags]: [string | RegExp, string?], newTarget) {
        const pattern = Reflect.construct(target, [source, flags], newTarget) as RegExp;
        notes.push({ place: file, source: pattern.source, flags: pattern.flags });
        return pattern;
      },
    });
    try {
      await import(/* @vite-ignore */ `${join(FOLDER, file)}?noted`);
    } finally {
      globalThis.RegExp = Original;
    }
    found.set(file, notes);
  }
  return found;
}

const files = FILES.map((file) => ({ file, ...read(file) }));
const builders = files.filter(({ file, builds }) => builds && !AT_RUN_TIME.includes(file) && !CALLED_BY_OTHERS.includes(file)).map(({ file }) => file);
const callers = CALLED_BY_OTHERS.map((helper) => FILES.filter((file) => {
  const name = basename(helper, '.ts');
  return dirname(file) === dirname(helper) && readFileSync(join(FOLDER, file), 'utf8').includes(`from './${name}'`);
}));
const own = new Set([ZH, EN].flatMap((language) => language.sources.flatMap((source) => source.patterns)).map(({ pattern }) => pattern.source));
const dynamic = await built([...new Set([...builders, ...callers.flat()])]);

const ALL = [...new Map([...files.flatMap(({ literals }) => literals), ...[...dynamic.values()].flat()]
  .filter(({ source }) => !own.has(source)).map((one) => [`${one.source}/${one.flags}`, one])).values()];

/**
 * Patterns that were proven before: a proof takes minutes for them all, and holds as long as the pattern stays as it is.
 * `PROVE_PATTERNS=1 npm run unit -- test/analyzers/regexes-are-safe.test.ts` proves them all again and writes the list.
 */
const PROVEN_FILE = join(import.meta.dirname, 'proven-patterns.txt');
const isFresh = process.env.PROVE_PATTERNS === '1';
const proven = new Set(isFresh ? [] : readFileSync(PROVEN_FILE, 'utf8').split('\n'));
const digestOf = ({ source, flags }: Found): string => createHash('sha256').update(`${source}/${flags}`).digest('hex').slice(0, 16);

/** Nothing that may repeat without end: the cost of one start is bounded, so the whole is linear. */
function isBounded(source: string): boolean {
  return !/(?<!\\)(?:\\\\)*[*+]|\{\d+,\}/.test(source.replace(/\[(?:[^\]\\]|\\.)*\]/g, 'x'));
}

describe('the patterns of the analyzers', () => {
  it('are all there to be checked, those that modules build too', () => {
    expect(ALL.length).toBeGreaterThan(1_000);
    expect(builders.length).toBeGreaterThan(10);
    expect(builders.filter((file) => dynamic.get(file)!.length === 0)).toEqual([]);
    for (const list of callers) expect(list.some((file) => dynamic.get(file)!.length > 0)).toBe(true);
  });

  it('run each in linear time', { timeout: 600_000 }, () => {
    const unsafe = ALL.filter((one) => !proven.has(digestOf(one))).flatMap(({ place, source, flags }) => {
      const plain = flags.replace(/[gyd]/g, '');
      // Too large for a quick proof, or with looks backward that the automaton does not know: what is bounded is linear, the rest
      // gets more time, and is attacked in the end.
      for (const [checker, timeout] of [['automaton', 1_000], ['automaton', 20_000], ['fuzz', 5_000]] as const) {
        const checked = checkSync(source, plain, { checker, timeout });
        if (checked.status === 'vulnerable') return [`${place} ${checked.complexity.type}: ${source}`];
        if (checked.status === 'safe' || isBounded(source)) return [];
      }
      return [];
    });
    expect(unsafe).toEqual([]);
    if (isFresh) writeFileSync(PROVEN_FILE, `${ALL.map(digestOf).sort().join('\n')}\n`);
  });
});
