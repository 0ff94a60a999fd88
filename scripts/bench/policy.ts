/** Speed of judging policies, for `npm run bench`; `npm run bench:policy` measures more. */
import { readDocuments } from './documents';
import { printed } from './print';
import { measureSpeed } from './speed';

/** @param folder policies to measure on; of a folder of whole sites, their policies. */
export function benchPolicy(folder: string): string[] {
  const documents = readDocuments(folder);
  const policies = documents.filter(({ document }) => /privacy|policy/i.test(document.url));
  const texts = (policies.length ? policies : documents).map(({ document }) => document.text);
  return printed.speed(measureSpeed(texts)).trimEnd().split('\n');
}
