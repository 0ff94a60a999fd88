/** The documents that are parts of a policy though they stand on pages of their own: lists of third parties, of collected data, children's rules, cookie rules. */
import type { PolicyDocument } from '../artifacts';
import { nameOf } from './link-words';

export interface LinkedDocument {
  kind: 'third-parties' | 'children' | 'cookies' | 'collection' | 'permissions';
  text: string;
  href: string;
}

/** Documents read beside one policy at most. */
const MAX_LINKED = 6;

const COLLECTION = /(?:收集|采集|个人信息).{0,12}(?:清单|目录|列表|明细)|(?:information|data) (?:collection )?(?:list|inventory)/i;
const PERMISSIONS = /(?:权限|授权).{0,10}(?:清单|列表|说明|目录)|permissions? (?:list|description)/i;

/**
 * Links of a policy to documents on the same site that belong to it, in order, each once.
 * @param site registrable domain of the address the policy was asked for at; the list of such domains is too large to be
 *   carried by every page that reads documents, so whoever asks tells it
 */
export function linkedDocuments(document: PolicyDocument, site: string | undefined): LinkedDocument[] {
  const seen = new Set([withoutFragment(document.finalUrl), withoutFragment(document.url)]);
  const linked: LinkedDocument[] = [];
  for (const { text, href } of document.links) {
    const kind = linkedKindOf(text);
    if (!kind || !isOnSite(href, document, site)) continue;
    const address = withoutFragment(href);
    if (seen.has(address)) continue;
    seen.add(address);
    linked.push({ kind, text, href: address });
    if (linked.length === MAX_LINKED) break;
  }
  return linked;
}

/**
 * Where the text of a page that holds none is to be looked for: the page it leads on to by itself, or a document in a frame, both on the same site.
 * @param document a page in which no rule was found
 * @param site as for `linkedDocuments`
 */
export function textElsewhere(document: PolicyDocument, site: string | undefined): string | undefined {
  const { refresh, framed = [] } = document.source.page ?? {};
  return [...(refresh ? [refresh] : []), ...framed].find((url) => isOnSite(url, document, site) && withoutFragment(url) !== withoutFragment(document.finalUrl));
}

/** What document beside the policy a link of this wording leads to; undefined for any other link. */
export function linkedKindOf(text: string): LinkedDocument['kind'] | undefined {
  if (PERMISSIONS.test(text)) return 'permissions';
  const name = nameOf(text);
  if (name === 'third-parties' || name === 'children' || name === 'cookies') return name;
  return COLLECTION.test(text) ? 'collection' : undefined;
}

/** Whether an address is on the policy's own site; where a redirect has led to another one, on the very host it stands on. */
function isOnSite(url: string, document: PolicyDocument, site: string | undefined): boolean {
  const [host, own] = [hostOf(url), hostOf(document.finalUrl)];
  if (!host || !own) return false;
  const within = (name: string) => site !== undefined && (name === site || name.endsWith(`.${site}`));
  return within(own) ? within(host) : host === own;
}

function hostOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) ? hostname : undefined;
}

function withoutFragment(url: string): string {
  // Single-page applications keep the page's name behind #/ ; there the fragment is the address.
  const at = url.indexOf('#');
  return at < 0 || /^#!?\//.test(url.slice(at)) ? url : url.slice(0, at);
}
