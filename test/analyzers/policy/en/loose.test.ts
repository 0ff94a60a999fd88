import { beforeAll, describe, expect, it } from 'vitest';
import { DUTIES } from '../../../../analyzers/policy/duties';
import { judgeDuty } from '../../../../analyzers/policy/elsewhere';
import { EN } from '../../../../analyzers/policy/en';
import { loadGrammar } from '../../../../analyzers/policy/en/grammar';
import { LOOSE } from '../../../../analyzers/policy/en/loose';
import { readPolicy } from '../../../../analyzers/policy/reading';
import { documentOf } from '../document';

const lookAt = (id: string, ...lines: string[]) => judgeDuty(DUTIES.find((duty) => duty.id === id)!, readPolicy({ ...documentOf(...lines), language: 'en' }, EN));

beforeAll(loadGrammar);

describe('the last look before an English text is called silent', () => {
  it.each([
    ['disposal-after-retention', 'Once the bookkeeping years have run out, the file is shredded and the record with it.'],
    ['refusal-without-penalty', 'Whoever declines the permissions meets a humbler app.'],
    ['right-deletion', 'Send the word DELETE to our support bot and your history is removed.'],
    ['external-remedy', 'Should you not be heard, the regulator will listen to your concern.'],
    ['response-time', 'Reaction to enquiries: within the same day.'],
    ['right-of-kin', 'After a member has died, we close the account and keep the photos for the family.'],
  ])('%s: leaves to a person what speaks of the matter in words it does not know', (id, line) => {
    const answered = lookAt(id, line);
    expect(['partial', 'met']).toContain(answered.label);
    if (answered.label === 'partial') expect([answered.confidence < 0.7, answered.quotes.length > 0]).toEqual([true, true]);
  });

  it.each([
    ['disposal-after-retention', 'We keep your name.'],
    ['disposal-after-retention', 'If we learn that a child gave us data, we will delete them once we know.'],
    ['right-access-copy', 'We may share information about you with third parties to request payment.'],
    ['right-deletion', 'You can remove cookies in your browser.'],
    ['external-remedy', 'We disclose data to the authorities.'],
    ['storage-location', 'We keep your name.'],
  ])('%s: still calls silent what says nothing of it', (id, line) => {
    expect(lookAt(id, line).label).toBe('absent');
  });

  it('names duties that exist, and no flags', () => {
    for (const id of Object.keys(LOOSE)) expect([id, DUTIES.find((duty) => duty.id === id)?.kind]).toEqual([id, 'duty']);
  });
});
