/** Addresses as people type them. */

/** An address as it is typed; without a scheme it is taken as https. Undefined for what is no address of a web page. */
export function readAddress(text: string): string | undefined {
  const full = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(full) ? new URL(full) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '' || /\s/.test(text)) return undefined;
  // A bare word in a list is a heading or a slip, no host; localhost and addresses by number are hosts.
  const host = text.split(/[/?#]/)[0]!;
  if (!/^https?:/i.test(text) && !/[^.:][.:]+[^.:]/.test(host) && host !== 'localhost') return undefined;
  // Whoever pastes an address with a password in it does not mean it to stand in reports.
  url.username = '';
  url.password = '';
  return url.href;
}
