import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { currentPage, readBlind, readMeasured } from '../../../scripts/bench/accuracy-files';
import { accuracyPage, type BlindFile } from '../../../scripts/bench/accuracy-page';
import { DUTIES } from '../../../analyzers/policy/duties';

const score = {
  documents: 7, decisions: 336, agreement: 0.915, kappa: 0.87, accusationPrecision: 0.94, accusationRecall: 0.9, hard: 0.006, evidenceHit: 0.88,
  worstDuty: { id: 'sdk-list', agreement: 0.71 },
};

describe('docs/accuracy.md', () => {
  it('is what the kept figures give', () => {
    expect(readFileSync(new URL('../../../docs/accuracy.md', import.meta.url), 'utf8')).toBe(currentPage());
  });

  it('tells every blind measurement with its date, its size and who had seen the documents', () => {
    const blind: BlindFile = { tunedOn: 'Some.', measurements: [{ ...score, date: '2026-02-03', rulesVersion: '1', language: 'zh', seenBy: 'nobody at all' }] };
    const page = accuracyPage(undefined, blind, undefined);
    for (const told of ['2026-02-03', '| 7 |', 'nobody at all', '91.5 %', '0.6 %', '71.0 % (sdk-list)']) expect(page).toContain(told);
  });

  it('does not pass off a missing blind measurement as one', () => {
    expect(accuracyPage(undefined, { tunedOn: '', measurements: [] }, undefined)).toContain('None measured yet');
  });

  it('is kept in figures that fit the form, for all duties', () => {
    for (const one of readBlind().measurements) {
      expect(Object.keys(one).sort()).toEqual([...Object.keys(score), 'date', 'language', 'rulesVersion', 'seenBy'].sort());
      expect(one.date).toMatch(/^\d{4}-\d\d-\d\d$/);
      for (const share of [one.agreement, one.accusationPrecision, one.accusationRecall, one.hard, one.evidenceHit, one.worstDuty.agreement]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
      expect(one.seenBy).not.toBe('');
    }
    expect(readMeasured()!.duties.map(({ id }) => id).sort()).toEqual(DUTIES.map(({ id }) => id).sort());
    expect(readBlind().tunedOn).not.toBe('');
  });
});
