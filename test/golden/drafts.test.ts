/**
 * Drafts of recorded reports, compared with texts that were read line by line. After a change of wording: run with
 * `UPDATE_GOLDEN=1`, then read the difference as a case officer would.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contactRecord, newCase } from '../../analyzers/complaint/case';
import type { Case } from '../../analyzers/complaint/case';
import { draftComplaint } from '../../analyzers/complaint/draft';
import { escalation } from '../../analyzers/complaint/escalation';
import { draftLetter } from '../../analyzers/complaint/letter';
import { dayInBeijing } from '../../analyzers/complaint/working-days';
import { articleOf, instruments } from '../../analyzers/data/statutes';
import type { DraftOptions } from '../../analyzers/complaint/draft';
import type { SiteReport } from '../../analyzers/report';
import '../../locales/index';

const HERE = import.meta.dirname;
const IDS = readdirSync(join(HERE, 'reports')).map((name) => name.replace(/\.json$/, ''));
const report = (id: string): SiteReport => JSON.parse(readFileSync(join(HERE, 'reports', `${id}.json`), 'utf8')) as SiteReport;
const now = (one: SiteReport): number => Date.parse(one.startedAt) + 3_600_000;
/** What the person said the page is for, where a finding rests on it: without it no such complaint is offered. */
const SERVICES: Record<string, string> = { 'hotpot-order-wants-birthday': 'scan-order' };
const draft = (id: string, options: Partial<DraftOptions> = {}) => draftComplaint(report(id), { now: now(report(id)), ...(SERVICES[id] ? { service: SERVICES[id] } : {}), ...options });

function compare(name: string, text: string): void {
  const file = join(HERE, 'drafts', `${name}.txt`);
  if (process.env.UPDATE_GOLDEN) writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

describe('drafts of recorded reports', () => {
  it.each(IDS)('%s reads as it was approved', (id) => compare(id, draft(id).text));

  it.each([
    ['loan-sends-while-typing', 500, undefined],
    ['loan-sends-while-typing', 2_000, undefined],
    ['hotpot-order-wants-birthday', undefined, '12315'],
    ['owners-list-published', undefined, 'police'],
    ['recipe-shake-jumps', undefined, 'telecom'],
    ['lessons-silent-on-abroad', 500, 'procuratorate'],
  ] as const)('%s within %s characters for %s reads as it was approved', (id, limit, channel) => {
    compare([id, channel ?? 'csac', limit ?? 'whole'].join('.'), draft(id, { ...(limit ? { limit } : {}), ...(channel ? { channel } : {}) }).text);
  });

  it.each(['deletion', 'notice', 'face'] as const)('a letter of kind %s reads as it was approved', (kind) => {
    const one = report('loan-sends-while-typing');
    compare(`letter-${kind}`, draftLetter(one, { kind, now: now(one) }).text);
  });

  it('the complaint after a letter that was not answered reads as it was approved', () => {
    const id = 'loan-sends-while-typing';
    const sent = now(report(id));
    const rules = report(id).findings.filter(({ outcome }) => outcome === 'violation').map(({ rule }) => rule);
    const one: Case = {
      ...newCase('c1', report(id), rules, sent, { letter: { kind: 'notice', request: 'complaint', text: '' } }),
      steps: [{ kind: 'sent', on: dayInBeijing(sent), at: sent, note: '电子邮件' }],
    };
    const later = sent + 40 * 86_400_000;
    const { report: known, findings } = escalation(one, later);
    compare(`${id}.escalation`, draftComplaint(known, { findings, now: later, history: contactRecord(one, dayInBeijing(later)) }).text);
  });

  it('in English follow the Chinese line by line', () => {
    const { paragraphs, gloss } = draft('loan-sends-while-typing', { lang: 'en' });
    compare('loan-sends-while-typing.en', gloss!);
    for (const { gloss: line } of paragraphs!) expect(line).not.toBe('');
  });
});

describe.each(IDS)('the draft of %s', (id) => {
  const quotations = [...draft(id).text.matchAll(/^\d+\. 《[^》]+》[^：\n]*：“([^\n]+)”$/gm)].map((match) => match[1]!);
  const verified = instruments().flatMap((one) => Object.values(one.articles)).flatMap(({ text, verified: is }) => (is && text ? [text.replace(/\n/g, '').replace(/；$/, '')] : []));

  it('quotes verified wording only, word for word', () => {
    for (const quotation of quotations) expect(verified).toContain(quotation);
  });

  it('cites only articles that are in the data', () => {
    for (const { basis } of report(id).findings) for (const one of basis) expect(articleOf(one), `${one.instrument} ${one.article}`).toBeDefined();
  });

  it('never claims what only an authority may', () => {
    const own = draft(id).text.replace(/“[^“”]*”/g, '').replace(/认定(?:方法|口径)|主管部门的认定/g, '');
    expect(own).not.toMatch(/认定|构成(?:违法|犯罪)|属于违法|确属|已经违法/);
  });

  it.each([500, 2_000])('keeps to %i characters, with a fact in it', (limit) => {
    const short = draft(id, { limit });
    expect(short.text.length).toBeLessThanOrEqual(limit);
    expect(short.told).toBeGreaterThan(0);
    expect(short.text).toContain(report(id).site);
    expect(short.text).toMatch(/^1\. /m);
  });

  it('names in every fact where its proof lies', () => {
    for (const fact of draft(id).facts.filter((line) => /^\d+\.\d+ /.test(line))) expect(fact).toMatch(/【证据：|SHA-256|同 \d|见附件/);
  });
});
