import { hasText, translate } from '../../locales';
import type { Lang, PolicyDocument } from '../artifacts';
import type { DutyResult, PolicyResult } from '../report';
import { RULES_VERSION } from '../version';
import type { Duty, DutyAnswer } from './duty';
import { DUTIES } from './duties';
import { readFacts } from './facts';
import type { LanguageReader } from './language-reader';
import { readPolicy } from './reading';
import { ZH } from './zh';

/** Languages that can be read. Answers about a document in another language say nothing, so their confidence is 0. */
const READERS: Partial<Record<PolicyDocument['language'], LanguageReader>> = { zh: ZH, 'zh-Hant': ZH };

/**
 * Judges one policy by all duties.
 * @param options.id name of the document in the result
 * @param options.lang language of the `why` sentences
 */
export function analyzePolicy(document: PolicyDocument, options: { id: string; lang: Lang }): PolicyResult {
  const language = READERS[document.language];
  const reading = readPolicy(document, language ?? ZH);
  const duties: Record<string, DutyResult> = {};
  for (const duty of DUTIES) duties[duty.id] = toResult(document, duty, duty.judge(reading), options.lang, language !== undefined);
  return {
    id: options.id,
    language: document.language,
    title: document.title,
    sha256: document.source.sha256,
    rulesVersion: RULES_VERSION,
    duties,
    facts: readFacts(document, reading),
  };
}

function toResult(document: PolicyDocument, duty: Duty, answered: DutyAnswer, lang: Lang, isReadable: boolean): DutyResult {
  const own = `duties.${duty.id}.${answered.label}`;
  // Duties without a special case of their own share one sentence for "does not apply".
  const key = answered.label === 'na' && !hasText(own) ? 'duties.na' : own;
  return {
    label: answered.label,
    quotes: answered.quotes.map(({ start, end }) => document.text.slice(start, end)),
    confidence: isReadable ? answered.confidence : 0,
    why: translate(lang, key),
  };
}
