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

  it('sees what a denial governs, however long the list', () => {
    const denied = 'The app does not send device identifiers (serial numbers among them), account details, your location, or any other personal data.';
    expect(has(denied, 'open-ended-data')).toBe(false);
    expect(has(denied, 'data-concrete')).toBe(false);
    expect(labelInEnglish('flag-open-ended-collection', denied)).toBe('none');
    expect(labelInEnglish('flag-open-ended-collection', 'We collect device identifiers, account details, your location, and any other personal data.')).toBe('present');
    expect(has('No names, addresses or passport numbers are collected.', 'data-concrete')).toBe(false);
  });

  it('takes nothing back that is done on a condition, or that users need not do', () => {
    expect(has('We do not collect your passport number unless you ask for a refund.', 'sensitive-kind')).toBe(true);
    expect(has('You do not have to provide your passport number.', 'sensitive-kind')).toBe(true);
    expect(has('We do not sell your data, but we collect your passport number.', 'sensitive-kind')).toBe(true);
    expect(has('We do not sell your name, and we collect your address.', 'data-concrete')).toBe(true);
  });

  it('lays on others what others do', () => {
    expect(has('Payment providers may collect your bank account number.', 'sensitive-kind')).toBe(false);
    expect(has('We collect your bank account number.', 'sensitive-kind')).toBe(true);
    expect(has('We use providers. Our partners may collect information including but not limited to your place.', 'open-ended-data')).toBe(false);
    expect(has('We receive your bank account number from our partners.', 'sensitive-kind')).toBe(true);
    expect(has('You may share your photos with third parties.', 'shares')).toBe(false);
    expect(has('We may share your photos with third parties.', 'shares')).toBe(true);
  });

  it('takes no promise to tell from a sentence that denies it', () => {
    expect(has('We are under no circumstances obliged to inform you of changes to this policy.', 'active-notice')).toBe(false);
    expect(has('We will inform you of changes to this policy.', 'active-notice')).toBe(true);
  });
});
