/** Reads the documents that a local policy file links as parts of itself, where they lie beside it. */
import { stat } from 'node:fs/promises';
import { dirname, extname, relative, resolve, sep } from 'node:path';
import type { PolicyDocument } from '../analyzers/artifacts';
import { linkedKindOf } from '../analyzers/policy/linked';
import { POLICY_EXTENSIONS, readPolicyFile } from './read-file';

/** Documents read beside one policy at most. */
const MAX_LINKED = 6;

/**
 * Documents that lie in the file's folder or below it and that the file links by a relative address under a name that tells a part of a
 * policy (第三方清单, 儿童规则, …). What cannot be read is left out; nothing outside of the folder is looked at, and nothing is fetched.
 * @param path the policy's file
 */
export async function readLinkedFiles(path: string, document: PolicyDocument, now: number): Promise<PolicyDocument[]> {
  const folder = dirname(resolve(path));
  const seen = new Set([resolve(path)]);
  const linked: PolicyDocument[] = [];
  for (const { text, href } of document.links) {
    if (linked.length === MAX_LINKED) break;
    const target = linkedKindOf(text) && targetOf(folder, href);
    if (!target || seen.has(target)) continue;
    seen.add(target);
    const isFile = await stat(target).then((info) => info.isFile(), () => false);
    if (!isFile) continue;
    const reading = await readPolicyFile(target, now).catch(() => undefined);
    if (reading?.status === 'read' && reading.document.text !== '') linked.push(reading.document);
  }
  return linked;
}

/** Absolute path of a relative link; undefined for addresses with a scheme, fragments, and places outside of the folder. */
function targetOf(folder: string, href: string): string | undefined {
  const bare = href.split(/[?#]/)[0] ?? '';
  if (bare === '' || /^[a-z][a-z\d+.-]{0,30}:|^[/\\]/i.test(bare)) return undefined;
  let name: string;
  try {
    name = decodeURIComponent(bare);
  } catch {
    return undefined;
  }
  const target = resolve(folder, name);
  const way = relative(folder, target);
  if (name.includes('\0') || way === '' || way.startsWith(`..${sep}`) || way === '..' || !POLICY_EXTENSIONS.includes(extname(target).toLowerCase())) return undefined;
  return target;
}
