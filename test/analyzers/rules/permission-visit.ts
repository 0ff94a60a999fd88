/** Visits for the tests of permission rules: a page as mark-up, and the calls made on it. */
import type { PermissionCall, Visit } from '../../../analyzers/artifacts';
import { fixture, PAGE, surfaceOf, visitOf } from './page-visit';

/** A call on the test page two seconds into the visit, unasked for unless said otherwise. */
export function callOf(changes: Partial<PermissionCall> = {}): PermissionCall {
  return { at: 2_000, permission: 'location', afterUserAction: false, pageUrl: PAGE, ...changes };
}

/** A call after a press on a control. */
export function pressedCall(text: string, around = text, changes: Partial<PermissionCall> = {}): PermissionCall {
  return callOf({ afterUserAction: true, pressed: { text, around, selector: '#go' }, ...changes });
}

/** A visit to one page, read after the calls. */
export function askingVisit(markup: string, calls: PermissionCall[], changes: Partial<Visit> = {}): Visit {
  const title = /<title>[^<]*<\/title>/.exec(markup)?.[0] ?? '';
  const page = `<!doctype html><html><head>${title}</head><body>${markup.replace(title, '')}</body></html>`;
  return visitOf([surfaceOf(page, PAGE, 10_000)], { permissions: calls, ...changes });
}

/** The visit that a fixture describes: `page` mark-up and `calls`. */
export function permissionFixture(rule: string, name: string): Visit {
  const { page, calls } = JSON.parse(fixture(rule, `${name}.json`)) as { page: string; calls: Partial<PermissionCall>[] };
  return askingVisit(page, calls.map(callOf));
}
