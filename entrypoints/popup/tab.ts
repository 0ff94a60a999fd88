import { browser } from 'wxt/browser';

/** Whether the view stands in a tab of its own (`?tab=ID`) instead of the toolbar's popup. */
export function isWide(): boolean {
  return askedTab() !== undefined;
}

/** The tab the view is about: the one named in the address, else the active one. */
export async function tabId(): Promise<number | undefined> {
  const asked = askedTab();
  if (asked !== undefined) return asked;
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/** Opens the same view in a tab. */
export async function openWide(id: number): Promise<void> {
  await browser.tabs.create({ url: `${location.origin}${location.pathname}?tab=${id}` });
  window.close();
}

/** Opens the record of all sites, at one site and a part of its page where they are named. */
export async function openDashboard(site?: string, part?: string): Promise<void> {
  const place = [site, part].flatMap((step) => (step ? [`/${encodeURIComponent(step)}`] : [])).join('');
  await browser.tabs.create({ url: `${location.origin}/dashboard.html#/sites${place}` });
  if (!isWide()) window.close();
}

function askedTab(): number | undefined {
  const asked = new URLSearchParams(location.search).get('tab');
  return asked !== null && /^\d{1,10}$/.test(asked) ? Number(asked) : undefined;
}
