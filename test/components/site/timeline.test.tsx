import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Language } from '../../../components/language';
import { Timeline, elapsed } from '../../../components/site/timeline';
import { EVENTS_SHOWN, runsOf, timelineOf } from '../../../components/site/timeline-events';
import { translate } from '../../../locales/views';
import { START, badReport, cleanReport, richReport } from '../samples';

const SHOWN = [{ at: START + 900, text: '我们使用 Cookie', byPerson: false }];
const speech = { t: (key: string, params = {}) => translate('zh-CN', key, params) };
const html = (report = richReport(), shown = SHOWN) =>
  renderToString(
    <Language.Provider value="zh-CN">
      <Timeline report={report} shown={shown} />
    </Language.Provider>,
  );

describe('the timeline', () => {
  it('puts questions, choices and flows in order, each under the stage it belongs to', () => {
    const runs = runsOf(timelineOf(richReport(), SHOWN));
    expect(runs.map(({ stage, events }) => [stage, events.map(({ kind }) => kind).join(' ')])).toEqual([
      ['before-choice', 'opened shown flow flow stored flow'],
      ['after-accept', 'act flow flow'],
    ]);
  });

  it('marks the first third party, and what a suspected violation names', () => {
    const flows = timelineOf(richReport()).filter((event) => event.kind === 'flow');
    expect(flows.map((flow) => [flow.recipient.owner, flow.isFirst, flow.suspected])).toEqual([
      ['Adwide Inc.', true, true], ['合算数据', false, false], ['滑块验证', false, false], ['合算数据', false, true], ['云裳服饰有限公司', false, false],
    ]);
  });

  it('says the same in a list as in the picture, which is kept from screen readers', () => {
    const page = html();
    expect(page).toMatch(/<svg class="strip[^>]*aria-hidden/);
    const list = page.replace(/<svg.*?<\/svg>/gs, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(list).toMatch(/你同意之前 0.0 秒 打开网站 0.9 秒 网页询问你 我们使用 Cookie 1.0 秒 Adwide Inc. 收到：Cookie 标识（2 次） 第一个第三方 .* 你同意之后 20 秒 你同意了 同意并继续 41 秒 合算数据/);
  });

  it('hatches what came before consent, after a refusal and after withdrawal, not what came after consent', () => {
    expect(html().match(/class="strip-zone[^>]*fill="url/g)).toHaveLength(1);
    const refused = richReport({ acts: [{ ...badReport().acts[0]!, kind: 'refuse' }], flows: richReport().flows.map((flow) => ({ ...flow, stage: flow.stage === 'after-accept' ? 'after-refuse' : flow.stage })) });
    expect(html(refused).match(/class="strip-zone[^>]*fill="url/g)).toHaveLength(2);
  });

  it('calls nothing "before" that a visit under earlier consent shows', () => {
    const later = richReport({ acts: [], flows: richReport().flows.filter(({ stage }) => stage === 'after-accept'), findings: [] });
    expect(runsOf(timelineOf(later, SHOWN)).map(({ stage }) => stage)).toEqual(['after-accept']);
  });

  it('is not drawn for a visit in which nothing happened', () => {
    expect(html(cleanReport(), [])).toContain('没有看到询问');
  });

  it('stays bounded, whatever a page does', () => {
    const base = richReport();
    const flood = richReport({ flows: Array.from({ length: 900 }, (_, index) => ({ ...base.flows[0]!, firstAt: new Date(START + index).toISOString(), requests: [`x${index}`] })) });
    expect(html(flood).match(/<li class="moment /g)).toHaveLength(EVENTS_SHOWN);
    expect(html(flood)).toContain('没有列出');
    expect(html(richReport({ startedAt: 'no date', flows: [{ ...base.flows[0]!, firstAt: 'never' }] }))).not.toContain('Invalid');
  });

  it('tells time in words', () => {
    expect([0, 449, 9_949, 12_300, 59_400, 125_000, -5].map((ms) => elapsed(ms, speech))).toEqual(['0.0 秒', '0.4 秒', '9.9 秒', '12 秒', '59 秒', '2 分 05 秒', '0.0 秒']);
  });
});
