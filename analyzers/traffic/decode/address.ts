/** Addresses and forms cut into their parts. */
import { DECODE_LIMITS } from './limits';
import { unescapeText } from './unescape';

/** An address cut into the parts that can hold values: path segments, then query pairs. */
export interface UrlParts {
  /** Scheme and authority without user information: `https://example.cn`. */
  origin: string;
  host: string;
  segments: string[];
  query: Pair[];
}

export interface Pair {
  /** As it was written. */
  raw: string;
  key: string;
  value: string;
}

/** Splits an address without the strictness of a URL parser; undefined where there is no authority. */
export function splitUrl(url: string): UrlParts | undefined {
  const scheme = url.indexOf('://');
  if (scheme < 1 || scheme > 12) return undefined;
  const hash = url.indexOf('#');
  const text = (hash < 0 ? url : url.slice(0, hash)).slice(0, 65_536);
  const mark = text.indexOf('?', scheme + 3);
  const before = mark < 0 ? text : text.slice(0, mark);
  const slash = before.indexOf('/', scheme + 3);
  const authority = slash < 0 ? before.slice(scheme + 3) : before.slice(scheme + 3, slash);
  const bare = authority.slice(authority.lastIndexOf('@') + 1);
  const path = slash < 0 ? '' : before.slice(slash + 1);
  return {
    origin: `${text.slice(0, scheme + 3)}${bare}`,
    host: bare.replace(/:\d+$/, '').toLowerCase(),
    segments: slash < 0 ? [] : path.split('/', 32),
    query: mark < 0 ? [] : pairsOf(text.slice(mark + 1)),
  };
}

/** Query or form text as pairs, at most 400. */
export function pairsOf(text: string): Pair[] {
  return text.split('&', 400).flatMap((raw) => {
    if (raw === '') return [];
    const equals = raw.indexOf('=');
    const key = equals < 0 ? raw : raw.slice(0, equals);
    return [{ raw, key: unescapeText(key).slice(0, DECODE_LIMITS.keyChars), value: equals < 0 ? '' : unescapeText(raw.slice(equals + 1)) }];
  });
}
