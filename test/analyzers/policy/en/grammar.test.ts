import { beforeAll, describe, expect, it } from 'vitest';
import { EN } from '../../../../analyzers/policy/en';
import { loadGrammar } from '../../../../analyzers/policy/en/grammar';
import { readPolicy } from '../../../../analyzers/policy/reading';
import type { Signal } from '../../../../analyzers/policy/signals';
import { documentOf } from '../document';
import { labelInEnglish } from './judge-english';

const has = (text: string, signal: Signal): boolean => readPolicy(documentOf(text), EN).has(signal);

describe('what grammar adds to the patterns of English', () => {
  beforeAll(async () => {
    expect(has('We do not, whatever an advertiser may offer, share your data with partners.', 'shares')).toBe(true);
    await loadGrammar();
  });

  it('sees a denial that reaches over a clause between', () => {
    expect(has('We do not, whatever an advertiser may offer, share your data with partners.', 'shares')).toBe(false);
    expect(labelInEnglish('automated-decision-opt-out', 'We never, for any reason or client, show you personalised ads.')).toBe('na');
  });

  it('sees a denial that governs a whole list of verbs', () => {
    expect(has('We never collect, combine, publish or otherwise transfer your location to advertisers.', 'shares')).toBe(false);
  });

  it('sees a denial of the subject itself', () => {
    expect(has('No data is shared with third-party advertisers.', 'shares')).toBe(false);
    expect(has('No data is shared with third-party advertisers.', 'shares-never')).toBe(true);
  });

  it('ends a denial where somebody else begins to act', () => {
    expect(has('We do not sell your data, and we share order numbers with our partners.', 'shares')).toBe(true);
    expect(has('We do not use your phone number for calls, but share it with couriers.', 'shares')).toBe(true);
  });

  it('takes "not only" for no denial', () => {
    expect(has('We not only store your address but share it with couriers.', 'shares')).toBe(true);
    expect(has('We do not only share your data with couriers.', 'shares')).toBe(true);
  });

  it('leaves rights to the person: what the operator does is no offer', () => {
    expect(has('You can rest assured that after three years we carefully and permanently delete all of your data.', 'right-delete')).toBe(false);
    expect(has('You may ask us to delete all of your data.', 'right-delete')).toBe(true);
    expect(has('You can request that we delete your data.', 'right-delete')).toBe(true);
  });
});
