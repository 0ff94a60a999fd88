/** Addresses that may be stored: personal values masked, user information and fragment dropped, length bounded. */
import { LIMITS } from '../artifacts';
import type { UrlParts } from './decode';

/** @param masks by part number: path segments first, then query pairs, as `splitUrl` counts them. */
export function redactUrl(url: string, parts: UrlParts | undefined, masks: ReadonlyMap<number, string>): string {
  if (!parts) return url.slice(0, LIMITS.urlChars);
  const path = parts.segments.map((segment, i) => masks.get(i) ?? segment).join('/');
  const query = parts.query.map(({ raw, key }, i) => {
    const mask = masks.get(parts.segments.length + i);
    return mask === undefined ? raw : `${key}=${mask}`;
  });
  const slash = parts.segments.length > 0 ? '/' : '';
  return `${parts.origin}${slash}${path}${query.length > 0 ? '?' : ''}${query.join('&')}`.slice(0, LIMITS.urlChars);
}
