/** Where the dashboard stands, kept behind the address's #: `#/sites/example.cn/versions?sort=last`. */
import { useLayoutEffect, useState } from 'preact/hooks';

/** The pages, in the order of the navigation. */
export const PAGES = ['sites', 'review', 'pictures', 'cases', 'packs', 'rules', 'data'] as const;
export type PageName = (typeof PAGES)[number];

export interface Route {
  page: PageName;
  /** What follows the page's name: a site, a part of its page. */
  parts: string[];
  query: URLSearchParams;
}

/** Reads an address's hash; anything unknown is the list of sites. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split(/\?(.*)/s);
  const [name = '', ...parts] = path.split('/').filter(Boolean).map(decoded);
  const page = PAGES.find((one) => one === name);
  return { page: page ?? 'sites', parts: page ? parts : [], query: new URLSearchParams(query) };
}

/** The address of a place in the dashboard. */
export function linkTo(page: PageName, parts: readonly string[] = [], query?: URLSearchParams | Record<string, string>): string {
  const path = [page, ...parts].map(encodeURIComponent).join('/');
  const words = new URLSearchParams(query).toString();
  return `#/${path}${words ? `?${words}` : ''}`;
}

/** The present place; follows links, the back button and `go`. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  // Before painting: a page behind others paints late, and a step taken until then would be lost.
  useLayoutEffect(() => {
    const follow = (): void => setRoute(parseRoute(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}

/** Changes the query of the present place without a step in the history: filters and sorting. */
export function replaceQuery(query: URLSearchParams): void {
  const { page, parts } = parseRoute(location.hash);
  history.replaceState(null, '', linkTo(page, parts, query));
  dispatchEvent(new HashChangeEvent('hashchange'));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
