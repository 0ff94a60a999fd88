/** Hosts and who may register them. */
import { parse } from 'tldts';

/** Hosts kept with their answer; a page can invent hosts without end. */
const CACHE_LIMIT = 2_000;
const CACHE = new Map<string, string>();

/**
 * Registrable domain of a host by the public suffix list, private suffixes (`github.io`) included: two people's pages on one
 * hosting service are two sites. Unknown top-level domains take their last two labels; addresses and single labels stand for
 * themselves.
 */
export function registrableDomain(host: string): string {
  const known = CACHE.get(host);
  if (known !== undefined) return known;
  const name = host.toLowerCase().replace(/\.$/, '').replace(/:\d+$/, '');
  const result = parse(name, { allowPrivateDomains: true });
  const domain = result.isIp || !name.includes('.') ? name : (result.domain ?? name);
  if (CACHE.size >= CACHE_LIMIT) CACHE.clear();
  CACHE.set(host, domain);
  return domain;
}

/** The label a domain is known by: `example` of `example.com.cn`. */
export function brandLabel(domain: string): string {
  return registrableDomain(domain).split('.')[0] ?? '';
}
