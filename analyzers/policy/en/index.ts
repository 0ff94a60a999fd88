/** English: how its policies are folded, cut and searched. */
import type { LanguageReader } from '../language-reader';
import { CHOICES } from './choices-offered';
import { COMMON } from './common';
import { provenDuties } from './confidence';
import { cutEnglish } from './cut';
import { foldEnglish } from './fold';
import { LOOSE } from './loose';
import { refineByGrammar } from './grammar';
import { NOTICE } from './notice';
import { RIGHTS } from './rights';
import { OFFERED } from './rights-offered';

/** Words of denial in the clause before what they deny; "not only", "not limited to" deny nothing. */
const DENIAL = /(?:\bnot\b(?! (?:only|just|limited|merely|always))|n't\b|\bnever\b|\bno\b(?! (?:later|longer|more than))|\bcannot\b|\bneither\b|\bnor\b|\brefrain from\b|\bwithout\b)[^,;:]{0,36}$/;

/** "How we use your data", "What we collect": names of parts. */
const HEADING_WORDING = /^(?:(?:section |part )?(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)](?:\d{1,2}[.)]?|[a-z][.)])? ?)?(?:how|what|why|when|where|who|which|whether) [^.;:,]{2,60}\??$/;

export const EN: LanguageReader = {
  id: 'en',
  fold: foldEnglish,
  cut: cutEnglish,
  clauseBreak: /[,.;:!?\n]/,
  negates: (before) => DENIAL.test(before),
  looksLikeHeading: (text) => text.length <= 70 && HEADING_WORDING.test(text),
  wholeWords: true,
  sources: [COMMON, NOTICE, RIGHTS, OFFERED, CHOICES],
  refine: refineByGrammar,
  loose: LOOSE,
  // What English policies are suspected of goes to a person, but for the duties whose accusations have been proven.
  mostAccusing: 0.7,
  proven: provenDuties(),
};
