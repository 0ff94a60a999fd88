/** What the text says about giving data to others: the common ground of the duties on recipients. */
import type { Reading, Sentence } from './reading';
import type { Signal } from './signals';

/** A place that speaks of outsiders: the sentence itself, or the heading it stands under. */
export function isAboutOthers(reading: Reading, sentence: Sentence): boolean {
  const near: readonly Signal[] = ['shares', 'sdk', 'third-party-service', 'entrust', 'share'];
  return (
    near.some((signal) => sentence.signals.has(signal)) ||
    (sentence.signals.has('org-named') && (sentence.signals.has('recipient-policy') || sentence.signals.has('partner-named'))) ||
    reading.under(sentence, 'share-heading')
  );
}

/**
 * What users set up themselves (a model service, a storage) is no sharing by the operator: in a text about such services only what
 * "we" do counts.
 */
export function isUsersOwn(reading: Reading, sentence: Sentence): boolean {
  return sentence.signals.has('user-chosen') || (reading.has('user-chosen') && (!sentence.signals.has('we') || sentence.signals.has('no-liability')));
}

/** Sentences that say that data are given to others, denials left out. */
export function sharingStatements(reading: Reading): readonly Sentence[] {
  return reading
    .statements('shares')
    .filter((s) => !s.signals.has('shares-never') && !s.signals.has('tools-denied') && !s.signals.has('receives') && !isUsersOwn(reading, s) && !reading.denies(s) && !reading.negated(s, reading.hit(s, 'shares')!));
}

/**
 * Recipients by name. What others give to the operator (log-in by an outside account) makes nobody a recipient, and the
 * operator's own company, known from the opening of the text, is none either.
 */
export function namedRecipients(reading: Reading): readonly Sentence[] {
  const known = knownRecipients(reading);
  return known.length > 0 ? known : namedEntries(reading);
}

function knownRecipients(reading: Reading): readonly Sentence[] {
  const own = operatorNames(reading);
  return reading.all('org-named').filter((s) => {
    if (s.signals.has('receives') || s.signals.has('own-title') || s.signals.has('tools-denied') || s.signals.has('user-shares') || (s.signals.has('handler-role') && s.signals.has('handler-name') && !(s.signals.has('shares') && s.signals.has('we')))) return false;
    if (!(s.cells || isAboutOthers(reading, s) || isEntryBelowOthers(reading, s))) return false;
    if (s.signals.has('shares-never') && !s.signals.has('exception')) return false;
    return s.hits.some((hit) => hit.signal === 'org-named' && !own.some((name) => name.includes(s.text.slice(hit.start, hit.end)) || s.text.slice(hit.start, hit.end).includes(name)));
  });
}

/** "Policies of the third parties that the app uses:", and below it one name a line. */
function isEntryBelowOthers(reading: Reading, sentence: Sentence): boolean {
  return sentence.text.length <= ENTRY * (sentence.language.wholeWords ? 3 : 1) && reading.sentences.slice(Math.max(0, sentence.index - 5), sentence.index).some((s) => s.signals.has('recipient-policy') && s.signals.has('third-party'));
}

/**
 * Entries of a list of others, and sections below a heading on them, that open with a name in Latin letters: "· Supabase: log-in".
 * Most makers of tools are known to no list of names.
 */
export function namedEntries(reading: Reading): readonly Sentence[] {
  const openers = reading.sentences.filter((s) => !s.language.wholeWords && (s.opensList || s.isHeading || s.isHeader) && (OPENS_OTHERS.some((signal) => s.signals.has(signal)) || (s.isHeading && s.signals.has('share')) || (s.isHeader && s.signals.has('gives-others'))) && !NO_OTHERS.some((signal) => s.signals.has(signal)) && !isUsersOwn(reading, s));
  return [...new Set(openers.flatMap((opener) => {
    const below = reading.following(opener, LIST_REACH);
    const end = opener.isHeading ? -1 : below.findIndex((s) => s.isHeading);
    return (end < 0 ? below : below.slice(0, end)).filter((s) => (s.kind === 'list-item' || s.isHeading || (s.cells !== undefined && !s.isHeader)) && NAME.test(s.cells?.[0]?.text ?? s.text) && !s.signals.has('tools-denied') && !s.signals.has('user-chosen'));
  }))];
}

/** What a line over names of others speaks of, and what it must not. */
const OPENS_OTHERS: readonly Signal[] = ['third-party', 'third-party-service', 'sdk', 'provider'];
const NO_OTHERS: readonly Signal[] = ['negation', 'tools-denied', 'user-chosen', 'outside-link', 'receives', 'definition'];
/** Sentences that such a list may reach. */
const LIST_REACH = 12;
/** A name in Latin letters, and nothing that is a kind of data or a system. */
const NAME = /^[^\u4e00-\u9fa5a-z]{0,6}(?!(?:ip|imei|imsi|mac|gps|idfa|oaid|cookies?|android|ios|web|wifi|wi-fi|e-?mail|openid|unionid|sdk|api|https?|url|id|app|token|local|session|ai|faq|privacy|this|the|we|you|our|your|if|data)(?![a-z]))[a-z][a-z0-9 .+&-]{2,28}(?:$|[：（/、，]| ?[—–-] |(?=[\u4e00-\u9fa5]))/;

/** Folded characters of a line that is only a name; alphabets take three times as many. */
const ENTRY = 16;

function operatorNames(reading: Reading): string[] {
  const names: string[] = [];
  for (const sentence of reading.all('org-named')) {
    const introduces = sentence.index < 12 || sentence.signals.has('handler-name') || sentence.signals.has('question-offer');
    if (!introduces || isAboutOthers(reading, sentence)) continue;
    for (const hit of sentence.hits) {
      if (hit.signal === 'org-named' && hit.end - hit.start >= 8) names.push(sentence.text.slice(hit.start, hit.end));
    }
  }
  return names;
}

/** "SDK: Bugly", and below it "Data: …", "Purpose: …": the first line below one of these sentences that tells of data. */
export function detailBelow(reading: Reading, sentences: readonly Sentence[]): Sentence | undefined {
  for (const sentence of sentences) {
    const line = reading.following(sentence, 6).find((s) => LABELLED.test(s.text) && s.signals.has('data-concrete'));
    if (line) return line;
  }
  return undefined;
}

/** A line that gives one value under a short label. */
const LABELLED = /^[^，。；：]{2,16}：./;

/** Lists of recipients or tools that stand in another document or under a link. */
export function recipientLists(reading: Reading): readonly Sentence[] {
  return reading.all('share-list').filter((s) => !s.isHeading && !(s.signals.has('outside-link') && !s.signals.has('named-document')));
}

/** Kinds of recipients that the text tells of: those it gives data to, and those it excepts where it says that it gives to nobody. */
export function recipientKinds(reading: Reading): readonly Sentence[] {
  const exceptions = reading.statements('shares-never').filter((s) => s.signals.has('exception'));
  const sharing = sharingStatements(reading);
  const isOfSomebody = (s: Sentence) => s.signals.has('partner') || s.signals.has('provider') || s.signals.has('affiliate');
  const listed = (openers: readonly Sentence[]) => openers.filter((s) => s.opensList).flatMap((s) => reading.following(s, 6));
  return [...sharing, ...listed(sharing), ...[...exceptions, ...listed(exceptions)].filter(isOfSomebody)].filter((s) => s.signals.has('recipient-kind'));
}

/** "With nobody, unless you agree or the law demands it": exceptions that name nobody leave it at nobody. */
export function sharesOnlyByException(reading: Reading): boolean {
  return reading.statements('shares-never').some((s) => s.signals.has('exception')) && sharingStatements(reading).length === 0 && namedRecipients(reading).length === 0 && recipientKinds(reading).length === 0;
}

/** Says that nothing is given to anybody, and nowhere the contrary. */
export function sharesWithNobody(reading: Reading): boolean {
  const denials = [...reading.statements('shares-never'), ...reading.statements('tools-denied')];
  return (
    denials.some((s) => !s.signals.has('exception') && !s.signals.has('consent') && !s.signals.has('condition')) &&
    sharingStatements(reading).length === 0 &&
    namedRecipients(reading).length === 0
  );
}

/**
 * Whether the text says anything of others who get the data or serve on the operator's behalf. Where it does not, there is
 * no sharing to which a recipient, or a consent, could be missing.
 */
export function speaksOfOthers(reading: Reading): boolean {
  const signals: readonly Signal[] = ['gives-others', 'third-party-service', 'third-party', 'provider', 'affiliate', 'share', 'sdk', 'entrust', 'social-service'];
  return (
    sharingStatements(reading).length > 0 ||
    namedRecipients(reading).length > 0 ||
    signals.some((signal) => reading.all(signal).some((s) => !s.signals.has('tools-denied') && !isUsersOwn(reading, s) && !reading.denies(s) && !(signal === 'share' && s.signals.has('user') && !s.signals.has('we'))))
  );
}
