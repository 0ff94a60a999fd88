import { describe, expect, it } from 'vitest';
import { DUTIES } from '../../../analyzers/policy/duties';
import { foldEnglish } from '../../../analyzers/policy/en/fold';
import type { LanguageReader } from '../../../analyzers/policy/language-reader';
import { readPolicy } from '../../../analyzers/policy/reading';
import { documentOf } from './document';

/**
 * A third language is a folder, not a rewrite: here a reader of two duties in French, as a folder beside `zh/` and `en/` would
 * export it. It gives signals; the duties, their thresholds and the form of their answers are those of the other languages.
 */
const FRENCH: LanguageReader = {
  id: 'fr' as LanguageReader['id'],
  fold: foldEnglish,
  cut: (text) => [...text.matchAll(/[.!?](?=\s|$)/g)].map(({ index }) => index + 1).concat(/[.!?]\s*$/.test(text) ? [] : [text.length]),
  clauseBreak: /[,.;:!?\n]/,
  negates: (before) => /\bne\b|\bn'/.test(before),
  looksLikeHeading: () => false,
  wholeWords: true,
  sources: [{
    terms: {
      'personal-data': ['données', 'informations'],
      user: ['vous', 'votre', 'vos'],
      we: ['nous'],
      'cancel-account': ['supprimer votre compte', 'clôture du compte'],
      account: ['compte'],
    },
    patterns: [
      { signal: 'way-email', pattern: /[a-z0-9._-]{1,40}@[a-z0-9-]{1,40}\.[a-z]{2,6}/ },
      { signal: 'store', pattern: /\b(?:conserv|stock)[a-zé]{1,4}/ },
      { signal: 'time-length', pattern: /\b\d{1,3} (?:jours|mois|ans)\b/ },
      { signal: 'retention-term', needs: ['store', 'time-length'], pattern: /pendant|durant/ },
      { signal: 'retention-vague', needs: ['store'], pattern: /aussi longtemps que n[ée]cessaire/ },
      { signal: 'right-access', needs: ['personal-data'], pattern: /droit d'acc[èe]s|acc[ée]der [àa] vos/ },
      { signal: 'contact-word', pattern: /contactez-nous|nous contacter/ },
    ],
  }],
};

const answer = (id: string, ...lines: string[]) => {
  const document = documentOf(...lines);
  const { label, quotes } = DUTIES.find((duty) => duty.id === id)!.judge(readPolicy(document, FRENCH));
  return [label, quotes.map(({ start, end }) => document.text.slice(start, end))];
};

describe('a third language', () => {
  it('is told how long data are kept, by the duties as they stand', () => {
    expect(answer('retention-period', 'Nous collectons votre nom. Nous conservons vos données pendant 12 mois.')).toEqual(['met', ['Nous conservons vos données pendant 12 mois.']]);
    expect(answer('retention-period', 'Vos données sont conservées aussi longtemps que nécessaire.')[0]).toBe('partial');
    expect(answer('retention-period', 'Nous collectons votre nom.')).toEqual(['absent', []]);
  });

  it('is told a right and the way to it', () => {
    expect(answer('right-access-copy', 'Vous pouvez accéder à vos données en écrivant à prive@lanterne.test.')[0]).toBe('met');
    expect(answer('right-access-copy', 'Vous disposez du droit d\'accès à vos données.')[0]).toBe('partial');
    expect(answer('right-access-copy', 'Nous collectons vos données.')).toEqual(['absent', []]);
  });
});
