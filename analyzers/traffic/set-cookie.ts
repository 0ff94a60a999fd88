/** Reads a Set-Cookie line (RFC 6265, section 5.2). */

export interface ParsedCookie {
  name: string;
  value: string;
  /** Without a leading dot; empty where the line names none. */
  domain: string;
  /** Hours until expiry; null for a session cookie, 0 when it deletes. */
  lifetimeHours: number | null;
}

/** @param now the time of the answer, ms since 1970. */
export function parseSetCookie(line: string, now: number): ParsedCookie | undefined {
  const [pair = '', ...attributes] = line.slice(0, 8_192).split(';', 30);
  const equals = pair.indexOf('=');
  if (equals < 1) return undefined;
  let domain = '';
  let expires: number | null = null;
  let maxAge: number | null = null;
  for (const attribute of attributes) {
    const [name = '', ...rest] = attribute.split('=');
    const value = rest.join('=').trim();
    switch (name.trim().toLowerCase()) {
      case 'domain':
        domain = value.replace(/^\./, '').toLowerCase();
        break;
      case 'max-age':
        if (/^-?\d+$/.test(value)) maxAge = Number(value) / 3_600;
        break;
      case 'expires': {
        const time = Date.parse(value.replace(/(\d{1,2})-([a-z]{3})-(\d{2,4})/i, '$1 $2 $3'));
        if (!Number.isNaN(time)) expires = (time - now) / 3_600_000;
        break;
      }
    }
  }
  const lifetime = maxAge ?? expires;
  return {
    name: pair.slice(0, equals).trim().slice(0, 200),
    value: pair.slice(equals + 1).trim().replace(/^"(.*)"$/, '$1'),
    domain,
    lifetimeHours: lifetime === null ? null : Math.max(0, lifetime),
  };
}
