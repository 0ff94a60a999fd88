/** How fast policies are judged: absolute, against one pass of a 500-term alternation, and how it grows with length. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { decodeBytes } from '../../analyzers/policy/decode';
import { analyzePolicy } from '../../analyzers/policy/analyze';
import { extractDocument } from '../../analyzers/policy/extract';
import { time } from './statistics';

/** @param folder policies to measure on; by default those of the scene library. */
export function benchPolicy(folder: string): string[] {
  const text = corpusText(folder);
  const of = (characters: number) => extractDocument(text.repeat(Math.ceil(characters / text.length)).slice(0, characters), origin(), parse);
  const alternation = fiveHundredTerms(text);
  const measure = (characters: number) => {
    const document = of(characters);
    return { ms: time(() => analyzePolicy(document, { id: 'bench', lang: 'zh-CN' }), characters > 500_000 ? 3 : 15), document };
  };
  const { ms, document } = measure(15_000);
  const pass = time(() => document.text.match(alternation)?.length);
  const growth = [10_000, 100_000, 1_000_000].map((characters) => measure(characters).ms);
  return [
    `policy, 15,000 characters, warm: ${ms.toFixed(1)} ms (${(ms / 1.5).toFixed(1)} ms per 10,000 characters)`,
    `one pass of a 500-term alternation over the same text: ${pass.toFixed(2)} ms, ratio ${(ms / pass).toFixed(1)}`,
    `growth 10,000 / 100,000 / 1,000,000 characters: ${growth.map((value) => `${value.toFixed(1)} ms`).join(' / ')}` +
      ` (×${(growth[1]! / growth[0]!).toFixed(1)}, ×${(growth[2]! / growth[1]!).toFixed(1)})`,
  ];
}

function corpusText(folder: string): string {
  const documents = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(html?|md|txt)$/.test(name)).sort();
  // A folder of whole sites is measured on its policies.
  const policies = documents.filter((name) => /privacy|policy/i.test(name));
  return (policies.length ? policies : documents).map((name) => {
    const decoded = decodeBytes(new Uint8Array(readFileSync(join(folder, name))));
    return 'text' in decoded ? extractDocument(decoded.text, origin(), parse).text : '';
  }).join('\n');
}

/** The 500 commonest four-character strings of the text: as many hits as an alternation can have. */
function fiveHundredTerms(text: string): RegExp {
  const counts = new Map<string, number>();
  for (const [term] of text.matchAll(/[一-龥]{4}/g)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const terms = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 500).map(([term]) => term);
  return new RegExp(terms.join('|'), 'g');
}

const parse = (html: string) => parseHTML(html).document as unknown as Document;
const origin = () => ({ url: 'bench', finalUrl: 'bench', fetchedAt: 0, source: { mediaType: '', charset: 'utf-8', bytes: 0, sha256: '' } });
