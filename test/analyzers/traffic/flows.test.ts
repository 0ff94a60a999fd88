import { describe, expect, it } from 'vitest';
import type { ConsentAct } from '../../../analyzers/artifacts';
import { buildFlows } from '../../../analyzers/traffic/flows';
import { exchange, item, T0, visitOf } from './visit-builder';

const act = (kind: ConsentAct['kind'], at: number): ConsentAct => ({ at: T0 + at, kind, topics: ['cookies'], text: '', selector: '', pageUrl: '' });

describe('buildFlows', () => {
  it('places each moment after the last act before it, whatever the order they were recorded in', () => {
    const { stageAt } = buildFlows(visitOf({ acts: [act('withdraw', 300), act('refuse', 100), act('tick-and-submit', 200)] }));
    expect([50, 100, 250, 300].map((at) => stageAt(T0 + at))).toEqual(['before-choice', 'after-refuse', 'after-accept', 'after-withdraw']);
  });

  it('puts requests together by recipient, stage and form, in the order they began', () => {
    const first = exchange('a.stats.test', 10, [item('device-id')]);
    const second = exchange('b.stats.test', 20, [item('cookie-id'), item('phone', { form: 'hashed' })]);
    const third = exchange('b.stats.test', 200, [item('device-id')]);
    const { flows } = buildFlows(visitOf({ acts: [act('accept', 100)], exchanges: [third, second, first, exchange('c.test', 5)] }));
    expect(flows.map(({ recipient, stage, form, kinds, count }) => [recipient.domain, stage, form, kinds.join('+'), count])).toEqual([
      ['stats.test', 'before-choice', 'plain', 'cookie-id+device-id', 2],
      ['stats.test', 'before-choice', 'hashed', 'phone', 1],
      ['stats.test', 'after-accept', 'plain', 'device-id', 1],
    ]);
    expect(flows.at(-1)).toMatchObject({ requests: [third.id], firstAt: new Date(T0 + 200).toISOString() });
  });
});
