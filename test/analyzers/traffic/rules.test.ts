import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Visit } from '../../../analyzers/artifacts';
import type { Outcome } from '../../../analyzers/report';
import type { Rule } from '../../../analyzers/rule';
import { cleartextSensitiveData } from '../../../analyzers/rules/cleartext-sensitive-data';
import { collectionAfterRefusal } from '../../../analyzers/rules/collection-after-refusal';
import { collectionAfterWithdrawal } from '../../../analyzers/rules/collection-after-withdrawal';
import { contradictedPromise } from '../../../analyzers/rules/contradicted-promise';
import { dataSentBeforeSubmit } from '../../../analyzers/rules/data-sent-before-submit';
import { excessiveUploadFrequency } from '../../../analyzers/rules/excessive-upload-frequency';
import { personalDataInReferer } from '../../../analyzers/rules/personal-data-in-referer';
import { preConsentIdentifier } from '../../../analyzers/rules/pre-consent-identifier';
import { preConsentSharing } from '../../../analyzers/rules/pre-consent-sharing';
import { typedDataToThirdParty } from '../../../analyzers/rules/typed-data-to-third-party';
import { undeclaredOverseasTransfer } from '../../../analyzers/rules/undeclared-overseas-transfer';
import { undisclosedDataKind } from '../../../analyzers/rules/undisclosed-data-kind';
import { undisclosedFingerprinting } from '../../../analyzers/rules/undisclosed-fingerprinting';
import { undisclosedRecipient } from '../../../analyzers/rules/undisclosed-recipient';
import { undisclosedSessionRecording } from '../../../analyzers/rules/undisclosed-session-recording';
import { unmaskedResponseData } from '../../../analyzers/rules/unmasked-response-data';
import { hasText, say } from '../../../locales';
import { contextOf, exchange, item } from './visit-builder';

interface Fixture {
  title: string;
  expect: { outcome: Outcome; say?: string };
  policyText?: string;
  visit: Partial<Visit>;
}

const RULES: Rule[] = [
  preConsentIdentifier, preConsentSharing, undisclosedRecipient, typedDataToThirdParty, cleartextSensitiveData, collectionAfterRefusal, undisclosedDataKind, contradictedPromise, dataSentBeforeSubmit, collectionAfterWithdrawal,
  undeclaredOverseasTransfer, personalDataInReferer, undisclosedFingerprinting, undisclosedSessionRecording, excessiveUploadFrequency, unmaskedResponseData,
];
/** Rules whose pass rests on what was seen and said, not on what was not seen. */
const RESTS_ON_WORDS = new Set(['undisclosed-fingerprinting', 'undisclosed-session-recording', 'unmasked-response-data']);
/** Never more than a matter for a person. */
const ONLY_REVIEW = new Set(['unmasked-response-data']);
const OUTCOME = { failing: 'violation', passing: 'pass', inapplicable: 'not-applicable' } as const;

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  for (const [name, usual] of Object.entries(OUTCOME)) {
    const outcome: Outcome = ONLY_REVIEW.has(id) && usual === 'violation' ? 'review' : usual;
    const fixture = JSON.parse(readFileSync(`test/fixtures/rules/${id}/${name}.json`, 'utf8')) as Fixture;
    it(`answers ${outcome}: ${fixture.title}`, () => {
      expect(fixture.expect.outcome).toBe(outcome);
      const verdict = rule.judge(contextOf(fixture.visit, fixture.policyText));
      expect(verdict).toMatchObject(fixture.expect);
      const key = `rules.${id}.${verdict.say ?? verdict.outcome}`;
      expect(hasText(key), key).toBe(true);
      expect(JSON.stringify(say(key, verdict.facts))).not.toMatch(/\{\w+\}/);
      if (verdict.outcome === 'violation') {
        const ids = new Set(fixture.visit.exchanges!.map((one) => one.id));
        expect(verdict.evidence.filter((one) => one.kind === 'request').every((one) => ids.has(one.requestId) && one.items.length > 0)).toBe(true);
      }
    });

    it(`keeps its answer where requests were missed, unless it would be a pass: ${fixture.title}`, () => {
      const problems: Visit['problems'] = [{ at: 0, kind: 'requests-dropped' }];
      const verdict = rule.judge(contextOf({ ...fixture.visit, problems }, fixture.policyText));
      if (outcome === 'violation') expect(verdict.outcome).toBe('violation');
      if (outcome === 'pass' && !RESTS_ON_WORDS.has(id)) expect(verdict).toMatchObject({ outcome: 'error', say: 'incomplete' });
    });
  }

  it('has every sentence it can say in both languages', () => {
    for (const key of ['title', 'violation', 'pass', 'not-applicable', ...(RESTS_ON_WORDS.has(id) ? [] : ['incomplete'])]) expect(hasText(`rules.${id}.${key}`), key).toBe(true);
  });

  it('does not accuse over a visit with third parties and nothing in their requests', () => {
    const context = contextOf({ exchanges: [exchange('hm.baidu.com', 1), exchange('tracker.test', 2, [], { type: 'image' }), exchange('shop.example.cn', 3, [item('cookie-id', { lifetimeHours: undefined, foundBy: 'value', where: 'cookie' })])] }, '我们重视隐私。');
    expect(rule.judge(context).outcome).toMatch(/^(pass|not-applicable)$/);
  });
});
