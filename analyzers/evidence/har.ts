/** The traffic of a visit as HAR 1.2, redacted: addresses, masks and digests only, never a header, a body or a value. */
import type { Exchange, Visit } from '../artifacts';
import type { SiteReport } from '../report';

/** HTTP Archive 1.2, as far as we fill it. `_mingshi` holds what was found in a request. */
export interface Har {
  log: {
    version: '1.2';
    creator: { name: string; version: string };
    browser: { name: string; version: string };
    comment: string;
    pages: { startedDateTime: string; id: string; title: string; pageTimings: Record<string, never> }[];
    entries: object[];
  };
}

/**
 * The slice that matters: requests a finding or a flow names, and those that carried data or set cookies.
 * Everything else on the page is left out of the archive.
 */
export function redactedHar(visit: Visit, report: SiteReport): Har {
  const named = new Set([
    ...report.flows.flatMap((flow) => flow.requests),
    ...report.findings.flatMap((finding) => finding.evidence.flatMap((item) => (item.kind === 'request' ? [item.requestId] : []))),
  ]);
  const exchanges = visit.exchanges.filter(({ id, items, setCookies }) => named.has(id) || items.length > 0 || setCookies.length > 0);
  const pages = [...new Set(exchanges.map(({ pageUrl }) => pageUrl))];
  const [name, ...version] = report.tool.browser.split(/[ /]/);
  return {
    log: {
      version: '1.2',
      creator: { name: 'Mingshi', version: report.tool.version },
      browser: { name: name || 'unknown', version: version.join(' ') },
      comment: 'Redacted: personal values are masks and salted digests; headers and bodies are left out; response times are not recorded.',
      pages: pages.map((url, index) => ({
        startedDateTime: iso(Math.min(...exchanges.filter(({ pageUrl }) => pageUrl === url).map(({ at }) => at))),
        id: `page_${index + 1}`,
        title: withoutQuery(url),
        pageTimings: {},
      })),
      entries: exchanges.map((exchange) => entryOf(exchange, `page_${pages.indexOf(exchange.pageUrl) + 1}`)),
    },
  };
}

function entryOf(exchange: Exchange, pageref: string): object {
  return {
    pageref,
    startedDateTime: iso(exchange.at),
    time: 0,
    request: {
      method: exchange.method,
      url: exchange.url,
      httpVersion: '',
      cookies: [],
      headers: [],
      queryString: [],
      headersSize: -1,
      bodySize: exchange.bodyBytes,
    },
    response: {
      status: exchange.status ?? 0,
      statusText: '',
      httpVersion: '',
      cookies: exchange.setCookies.map(({ name, mask, domain }) => ({ name, value: mask, domain })),
      headers: [],
      content: { size: 0, mimeType: '' },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
    _mingshi: {
      id: exchange.id,
      type: exchange.type,
      seenBy: exchange.seenBy,
      body: exchange.body,
      items: exchange.items,
      setCookies: exchange.setCookies,
    },
  };
}

/** Titles are for people; a page's query may hold what they typed. */
function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '');
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
