/** `npm run new-rule <id>`: writes what a new conduct rule needs, so that the right thing is the least effort. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const path = (name: string) => new URL(name, root);
const id = process.argv[2] ?? '';

if (!/^[a-z]+(-[a-z]+)*$/.test(id)) fail('usage: npm run new-rule <id>, with an id in kebab case such as pre-ticked-consent');
if (existsSync(path(`analyzers/rules/${id}.ts`))) fail(`analyzers/rules/${id}.ts is there already`);

const constant = id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

writeFileSync(path(`analyzers/rules/${id}.ts`), `import type { Rule } from '../rule';

/** What it surfaces, on which article it rests, and what must not be taken for it. */
export const ${constant}: Rule = {
  id: '${id}',
  category: 'no-consent',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '14' }],
  judge({ visit }) {
    if (visit.surfaces.length === 0) return { outcome: 'error', say: 'unseen' };
    return { outcome: 'not-applicable' };
  },
};
`);

mkdirSync(path(`test/fixtures/rules/${id}`), { recursive: true });
for (const outcome of ['failing', 'passing', 'inapplicable']) writeFileSync(path(`test/fixtures/rules/${id}/${outcome}.json`), '{}\n');

for (const [lang, texts] of Object.entries({
  zh_CN: { title: '', violation: '疑似', unseen: '没能看到页面，未作判断。' },
  en: { title: '', violation: 'Suspected: ', unseen: 'The page could not be seen, so nothing was judged.' },
})) {
  const file = path(`locales/${lang}/rules.json`);
  const catalogue = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeFileSync(file, `${JSON.stringify({ ...catalogue, [id]: texts }, null, 2)}\n`);
}

const index = path('analyzers/rules/index.ts');
const source = readFileSync(index, 'utf8')
  .replace(/(import type \{ Rule \} from '..\/rule';\n)/, `$1import { ${constant} } from './${id}';\n`)
  .replace(/(RULES: readonly Rule\[\] = \[)/, `$1\n  ${constant},`);
writeFileSync(index, source);

console.log(`Written: analyzers/rules/${id}.ts, test/fixtures/rules/${id}/, sentences in locales/*/rules.json.
Next: fill them in (docs/adding-a-rule.md), then npm run docs && npm test`);

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
