/** Reminders of the case diary: an alarm looks through the cases, and a notification is shown where the person allowed it. */
import { browser } from 'wxt/browser';
import { toRemind } from '@/analyzers/complaint/case';
import { dayInBeijing } from '@/analyzers/complaint/working-days';
import { listCases } from '@/store/cases';
import type { Database } from '@/store/database';
import { translate } from '@/locales/views';
import type { SettingsBook } from './settings-book';

const ALARM = 'cases';
/** Twice a day: the day is what counts, and a machine that slept catches up when it wakes. */
const EVERY_MINUTES = 12 * 60;

/** Sets the alarm and what it does. Called synchronously, so that a woken worker hears it. */
export function watchCases(db: Database, ready: Promise<unknown>, settings: SettingsBook): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void ready.then(() => remind(db, settings, Date.now())).catch((error: unknown) => console.warn('mingshi: no reminder could be given:', error));
  });
  void browser.alarms.get(ALARM).then((known) => {
    // One that is set goes on: to set it again at each start of the worker would put it off for ever.
    if (!known) void browser.alarms.create(ALARM, { delayInMinutes: 1, periodInMinutes: EVERY_MINUTES });
  });
  listenForPress();
  // Allowed later, in the dashboard: what is due is told at once.
  browser.permissions.onAdded?.addListener(({ permissions }) => {
    if (!permissions?.includes('notifications')) return;
    listenForPress();
    void ready.then(() => remind(db, settings, Date.now())).catch(() => undefined);
  });
}

/** Tells of cases whose answer is due, each once. Answers how many. */
export async function remind(db: Database, settings: SettingsBook, now: number): Promise<number> {
  const due = toRemind(await listCases(db), now);
  const allowed = due.length > 0 && (await browser.permissions.contains({ permissions: ['notifications'] }));
  if (!allowed) return 0;
  const { lang } = settings.current;
  for (const one of due) {
    await browser.notifications.create(`case-${one.id}`, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png' as '/'),
      title: translate(lang, 'complaint.reminder.title', { site: one.site }),
      message: translate(lang, 'complaint.reminder.text'),
    });
    await db.cases.update(one.id, { reminded: dayInBeijing(now) });
  }
  return due.length;
}

let listening = false;

/** The interface is there only while the permission is. */
function listenForPress(): void {
  if (listening || !browser.notifications) return;
  listening = true;
  browser.notifications.onClicked.addListener((id) => {
    if (!id.startsWith('case-')) return;
    void browser.tabs.create({ url: browser.runtime.getURL(`/dashboard.html#/cases/${encodeURIComponent(id.slice('case-'.length))}` as '/') });
  });
}
