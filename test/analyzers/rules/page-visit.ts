/** Makes visits for the tests of page rules: a page's mark-up, read as the extension reads it. */
import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import type { PageSurface, PolicyOutcome, Visit } from '../../../analyzers/artifacts';
import { readSurface } from '../../../analyzers/page/surface';
import type { Rule, RuleContext, Verdict } from '../../../analyzers/rule';

export const PAGE = 'https://www.example.cn/page';

/** Reads mark-up as a page; a fragment is put into a body. */
export function surfaceOf(markup: string, url = PAGE, at = 1_000): PageSurface {
  const { document } = parseHTML(/<body/i.test(markup) ? markup : `<!doctype html><html><head><title></title></head><body>${markup}</body></html>`);
  return readSurface(document as unknown as Document, { at, url });
}

export function visitOf(surfaces: PageSurface[], changes: Partial<Visit> = {}): Visit {
  return {
    id: 'v1', site: 'example.cn', url: PAGE, startedAt: 0, browser: 'test', surfaces, acts: [], permissions: [], exchanges: [], storage: [], probes: [],
    policy: { status: 'failed', reason: 'no-link' }, home: { seen: true, hasPolicyLink: false }, problems: [], ...changes,
  };
}

export function judge(rule: Rule, visit: Visit): Verdict {
  const context: RuleContext = {
    visit, flows: [],
    recipientOf: () => {
      throw new Error('a page rule asked for a recipient');
    },
    recipientOfHost: () => {
      throw new Error('a page rule asked for a recipient');
    },
    stageAt: () => 'before-choice',
  };
  return rule.judge(context);
}

export function fixture(rule: string, name: string): string {
  return readFileSync(new URL(`../../fixtures/rules/${rule}/${name}`, import.meta.url), 'utf8');
}

/** A policy that was read; its text does not matter to page rules. */
export const READ: PolicyOutcome = {
  status: 'read', linked: [],
  document: {
    url: 'https://www.example.cn/privacy', finalUrl: 'https://www.example.cn/privacy', title: '隐私政策', language: 'zh', text: '我们收集手机号。', blocks: [], links: [],
    source: { mediaType: 'text/html', charset: 'utf-8', bytes: 10, sha256: '' }, fetchedAt: 0,
  },
};
