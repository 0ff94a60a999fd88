import { describe, expect, it } from 'vitest';
import { EN } from '../../../../analyzers/policy/en';
import type { LanguageReader } from '../../../../analyzers/policy/language-reader';
import { ZH } from '../../../../analyzers/policy/zh';

/** Duties are shared, so a signal that one language never gives is a duty that cannot be answered there. */
const WITHOUT: Record<string, string> = {
  'points-elsewhere': 'titles in 《》, by which another document is known',
  server: 'only feeds patterns of its own language',
  'own-title': 'titles in 《》',
  'change-any-time': '"may update at any time" stands in nearly every English policy beside the way of telling',
  'protects-itself': 'told by exception-beyond-law',
  'breach-found': 'told by exception-beyond-law',
  'denies-list': 'English lists deny entry by entry, or name what is not collected in the line above',
  'no-warranty': 'English policies keep warranties of content to their terms of service',
  'open-ended-other': 'only feeds patterns of its own language',
  'profiles-messages': 'Chinese has one switch for all that is chosen for the person',
  'messages-off': 'goes with profiles-messages',
  'ads-off': 'goes with profiles-messages',
  'sensitive-other': 'only feeds patterns of its own language',
  'payment-kind': 'Chinese services take the payment through WeChat or Alipay, and say so of the whole matter',
  'payment-elsewhere': 'goes with payment-kind',
  'payment-need': 'goes with payment-kind',
  'storage-device': 'Chinese says a place in China or none; what lies on the device counts as storage-place',
  'storage-server': 'goes with storage-device',
};

function signalsOf({ sources }: LanguageReader): Set<string> {
  return new Set(sources.flatMap(({ terms, patterns }) => [...Object.keys(terms), ...patterns.map(({ signal }) => signal)]));
}

describe('the languages', () => {
  it('give the same signals, but for those named here', () => {
    const [english, chinese] = [signalsOf(EN), signalsOf(ZH)];
    const apart = [...chinese].filter((signal) => !english.has(signal)).concat([...english].filter((signal) => !chinese.has(signal)));
    expect(apart.sort()).toEqual(Object.keys(WITHOUT).sort());
  });
});
