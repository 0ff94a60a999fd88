import { describe, expect, it } from 'vitest';
import type { ConsentSurface, Control, PageSurface } from '../../analyzers/artifacts';
import { choose } from '../../cli/audit/choose';
import { plant } from '../../cli/audit/plant';
import type { BrowserSession, VisitAnswer } from '../../cli/browser/session';
import { StepError } from '../../cli/steps';
import type { Step } from '../../cli/steps';

const URL = 'https://a.test/';
const control = (role: Control['role'], text: string): Control => ({ role, text, selector: `#${role}`, visible: true });
const banner = (...controls: Control[]): ConsentSurface => ({ id: 's', kind: 'banner', selector: '#ask', text: '我们使用 Cookie，请选择是否同意', topics: ['cookies'], asksConsent: true, controls, visible: true });

/** A page whose banner is taken away, or replaced, by a press. */
function page(surfaces: ConsentSurface[], after: Record<string, ConsentSurface[]> = {}, more: Partial<PageSurface> = {}) {
  let now = surfaces;
  const done: Step[] = [];
  const session = {
    address: () => Promise.resolve(URL),
    shows: (selector: string) => Promise.resolve(now.some((surface) => surface.selector === selector)),
    inPage: () => Promise.resolve(null),
    leaveField: () => Promise.resolve(),
    perform: (step: Step) => {
      done.push(step);
      if (step.do === 'type' && step.selector === '#gone') throw new StepError('not-there', step);
      if (step.do === 'click') now = after[step.selector] ?? [];
      return Promise.resolve();
    },
  } as unknown as BrowserSession;
  // What was shown once stays in the extension's reading.
  const look = () => Promise.resolve({ visit: { surfaces: [{ url: URL, at: 0, consentSurfaces: [...new Set([...surfaces, ...now])], forms: [], ...more }] } } as unknown as VisitAnswer);
  return { session, look, done, shoot: (name: string) => Promise.resolve(name) };
}

describe('choose', () => {
  it.each(['accept', 'refuse'] as const)('presses the control that the extension reads as %s', async (mode) => {
    const { session, look, shoot, done } = page([banner(control('accept', '同意'), control('refuse', '拒绝'))]);
    const { record, act } = await choose(session, mode, look, shoot);
    expect(record).toMatchObject({ outcome: 'made', before: `consent-${mode}-before.png`, pressed: [{ as: mode }] });
    expect(act).toMatchObject({ kind: mode, topics: ['cookies'], surfaceId: 's' });
    expect(done).toEqual([{ do: 'click', selector: `#${mode}` }]);
  });

  it('presses in a frame of another site what stands there, and nothing of a frame that is gone', async () => {
    const { session, look, shoot, done } = page([banner(control('accept', '同意'))], {}, { url: 'https://cmp.test/ask' });
    const places: (string | undefined)[] = [];
    const shows = session.shows.bind(session);
    session.shows = (selector, frame) => (places.push(frame), shows(selector));
    expect((await choose(session, 'accept', look, shoot)).record).toMatchObject({ outcome: 'made', pressed: [{ pageUrl: 'https://cmp.test/ask' }] });
    expect([places, done]).toEqual([['https://cmp.test/ask'], [{ do: 'click', selector: '#accept', frame: 'https://cmp.test/ask' }]]);
    session.shows = (_, frame) => Promise.resolve(frame === undefined);
    expect((await choose(session, 'accept', look, shoot)).record.outcome).toBe('no-surface');
  });

  it('goes through the settings where the refusal stands there, and answers no banner that is gone', async () => {
    const layer = { ...banner(control('refuse', '全部拒绝'), control('accept', '全部同意')), id: 'l', selector: '#layer' };
    const { session, look, shoot } = page([banner(control('accept', '同意'), control('settings', '设置'))], { '#settings': [layer] });
    const { record } = await choose(session, 'refuse', look, shoot);
    expect(record.pressed.map(({ as }) => as)).toEqual(['open', 'refuse']);
  });

  it('says that nothing asked, that there is no way to refuse, that a press failed', async () => {
    const none = page([]);
    expect((await choose(none.session, 'refuse', none.look, none.shoot)).record.outcome).toBe('no-surface');
    const only = page([banner(control('accept', '同意'))]);
    expect((await choose(only.session, 'refuse', only.look, only.shoot)).record).toMatchObject({ outcome: 'no-control', pressed: [] });
    expect(only.done).toEqual([]);
    const stuck = page([banner(control('accept', '同意'))]);
    stuck.session.perform = (step) => Promise.reject(new StepError('failed', step));
    expect(await choose(stuck.session, 'accept', stuck.look, stuck.shoot)).toMatchObject({ record: { outcome: 'failed' } });
  });

  it('presses nothing in a notice that asks for nothing', async () => {
    const { session, look, shoot, done } = page([{ ...banner(control('acknowledge', '知道了')), asksConsent: false }]);
    await choose(session, 'accept', look, shoot);
    expect(done).toEqual([]);
  });
});

it('plants each field of a form once, and only types', async () => {
  const field = (kind: string, selector: string, visible = true) => ({ id: selector, selector, kind, label: kind, required: false, visible });
  const form = (purpose: string, ...fields: object[]) => ({ id: purpose, selector: 'form', purpose, action: URL, fields, controls: [], notices: [], visible: true });
  const { session, look, done } = page([], {}, { forms: [form('registration', field('phone', '#p'), field('phone', '#p'), field('sms-code', '#c'), field('name', '#hidden', false), field('email', '#gone')), form('search', field('name', '#q'))] as never });
  const planted = await plant(session, look);
  expect(planted.map(({ selector, problem }) => [selector, problem])).toEqual([['#p', undefined], ['#gone', 'not-there']]);
  expect(new Set(done.map((step) => step.do))).toEqual(new Set(['type']));
});
