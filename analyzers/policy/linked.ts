/** The documents that are parts of a policy though they stand on pages of their own: lists of third parties, of collected data, children's rules, cookie rules. */
import { getDomain } from 'tldts';
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
 * @param document The policy; its `finalUrl` is the site.
 */
export function linkedDocuments(document: PolicyDocument): LinkedDocument[] {
  const own = siteOf(document.finalUrl);
  const seen = new Set([withoutFragment(document.finalUrl), withoutFragment(document.url)]);
  const linked: LinkedDocument[] = [];
  for (const { text, href } of document.links) {
    const kind = linkedKindOf(text);
    if (!kind || !own || siteOf(href) !== own) continue;
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
 */
export function textElsewhere(document: PolicyDocument): string | undefined {
  const own = siteOf(document.finalUrl);
  const { refresh, framed = [] } = document.source.page ?? {};
  return [...(refresh ? [refresh] : []), ...framed].find((url) => own !== undefined && siteOf(url) === own && withoutFragment(url) !== withoutFragment(document.finalUrl));
}

/** What document beside the policy a link of this wording leads to; undefined for any other link. */
export function linkedKindOf(text: string): LinkedDocument['kind'] | undefined {
  if (PERMISSIONS.test(text)) return 'permissions';
  const name = nameOf(text);
  if (name === 'third-parties' || name === 'children' || name === 'cookies') return name;
  return COLLECTION.test(text) ? 'collection' : undefined;
}

/** Registrable domain, or the host where there is none (an address, localhost); undefined for anything but http. */
function siteOf(url: string): string | undefined {
  try {
    const { protocol, hostname } = new URL(url);
    return /^https?:$/.test(protocol) ? (getDomain(hostname) ?? hostname) : undefined;
  } catch {
    return undefined;
  }
}

function withoutFragment(url: string): string {
  // Single-page applications keep the page's name behind #/ ; there the fragment is the address.
  const at = url.indexOf('#');
  return at < 0 || /^#!?\//.test(url.slice(at)) ? url : url.slice(0, at);
}
