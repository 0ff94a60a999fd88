import { describe, expect, it } from 'vitest';
import { EN } from '../../../../analyzers/policy/en';
import { readFacts } from '../../../../analyzers/policy/facts';
import { readPolicy } from '../../../../analyzers/policy/reading';
import { documentOf } from '../document';

function factsOf(...lines: string[]) {
  const document = { ...documentOf(...lines), language: 'en' as const };
  return readFacts(document, readPolicy(document, EN));
}

describe('facts of an English policy', () => {
  const facts = factsOf(
    '# Privacy Policy', 'Last update: Feb 10, 2026',
    'Suzhou Lantern Books Co., Ltd., with its registered address in Suzhou ("Lantern" or "we"), runs this shop.',
    'We collect your name, phone number, IP address and bank account number when you order.',
    'We do not collect your fingerprints or religion.',
    'Order records are kept for three years. We answer within ten days.',
    'We store your data on servers in mainland China.',
    'Write to hello@lantern.test with questions.',
  );

  it('names the operator and the day', () => {
    expect(facts.handler).toEqual(['Suzhou Lantern Books Co., Ltd.']);
    expect(facts.date).toBe('2026-02-10');
  });

  it('lists what is collected, marks what is sensitive, leaves out what is denied', () => {
    expect(facts.dataKinds.map(({ kind }) => kind).sort()).toEqual(['bank-card', 'ip', 'name', 'phone', 'transaction']);
    expect(facts.dataKinds.filter(({ sensitive }) => sensitive).map(({ kind }) => kind)).toEqual(['bank-card']);
  });

  it('tells a term of keeping from a time for answers', () => {
    expect(facts.retention).toHaveLength(1);
    expect(facts.retention[0]).toContain('three years');
  });

  it('finds places and contacts', () => {
    expect(facts.regions).toEqual(['中国境内']);
    expect(facts.contacts.map(({ value }) => value)).toContain('hello@lantern.test');
  });

  it('takes an event for the end of keeping', () => {
    const until = (text: string) => factsOf('# Privacy Policy', text).retentionPeriods?.map((period) => period.until);
    expect(until('We keep your notes for as long as you have an account.')).toEqual(['account-closing']);
    expect(until('We retain your data while you remain a customer.')).toEqual(['service-end']);
    expect(until('We keep your notes for as long as necessary.')).toEqual([]);
  });

  it('finds a term for answers far from its verb, and a telephone number with its country', () => {
    const further = factsOf('# Contact', 'We will respond to all questions and concerns as the law requires and within a period no longer than 30 days.', 'Lantern Books, 5 Quay Street. Telephone: +1 (415) 555 0134.');
    expect(further.responseTimes?.map(({ within }) => within)).toEqual([{ amount: 30, unit: 'day' }]);
    expect(further.contacts.map(({ kind, value }) => [kind, value])).toContainEqual(['phone', '+1 (415) 555 0134']);
  });

  it('names the recipients of running text and of entries', () => {
    const named = factsOf(
      '# Sharing', 'We share your e-mail address with third parties such as Google, Facebook and Stripe to show ads and take payments.', 'We use third-party analytics services, including Hotjar.',
      'We do not share anything with Microsoft.', 'Neither Fernhill Archives PLC nor any third-party SDK receives more than we share with third parties.',
    ).recipients.map(({ name }) => name);
    expect(named).toEqual(expect.arrayContaining(['Google', 'Facebook', 'Stripe', 'Hotjar']));
    expect(named).not.toContain('Microsoft');
    expect(named.filter((name) => /^(?:neither|third)/i.test(name))).toEqual([]);
  });
});
