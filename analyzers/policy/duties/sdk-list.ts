import { answer, type Duty } from '../duty';
import { point, ranked } from '../ranking';
import type { Reading, Sentence } from '../reading';
import { quotesOf } from '../right-with-way';
import { detailBelow, isUsersOwn, namedEntries, recipientLists } from '../sharing';

/** Third-party code listed with name, purpose and data (in a table, in running text, or in a document of its own). */
export const sdkList: Duty = {
  id: 'sdk-list',
  kind: 'duty',
  category: 'purpose-not-stated',
  severity: 'medium',
  basis: [{ instrument: 'NDSR', article: '21' }, { instrument: 'CRITERIA', article: '二-1' }],
  whenAbsent: 'review',
  judge(reading) {
    // Tools that are said not to be used need no list.
    const mentions = reading.all('sdk').filter((s) => !s.signals.has('definition') && !s.signals.has('tools-denied') && !isUsersOwn(reading, s) && !reading.denies(s));
    const services = reading.statements('third-party-service').filter((s) => !s.signals.has('tools-denied') && !isUsersOwn(reading, s));
    const lists = recipientLists(reading);
    if (lists.length > 0 && (mentions.length > 0 || lists.some((s) => s.signals.has('sdk') || (s.signals.has('named-document') && s.signals.has('share'))))) {
      const plainest = ranked(lists, (s) => point(s.signals.has('sdk')));
      const described = mentions.filter((s) => s.signals.has('org-named') && describes(s));
      // Where the list itself stands here, its first entries; else the words that refer to it.
      return answer('met', 0.88, [...quotesOf(reading, described.length > 1 ? described.slice(0, 1) : [], 'org-named'), ...quotesOf(reading, plainest.slice(0, 2), 'share-list'), ...quotesOf(reading, described.slice(0, 1), 'org-named')]);
    }
    const described = [...mentions, ...services].filter((s) => (s.signals.has('org-named') || (s.opensList && !s.signals.has('sdk') && reading.following(s, 4).some((o) => o.signals.has('org-named')))) && (s.signals.has('sdk') ? describes(s) || reading.following(s, 3).some(describes) : s.opensList && s.language.wholeWords ? entriesTellData(reading, s) : describesAll(reading, s, s.language.wholeWords ? 3 : 8)));
    described.push(...namedEntries(reading).filter((s) => !s.isHeading && describesAll(reading, s)));
    // "6.1 Firebase" as a heading, its purpose and data in the lines below.
    described.push(...reading.all('org-named').filter((s) => s.isHeading && isBelowThirdParties(s) && describesAll(reading, s)));
    if (described.length > 0) {
      const line = detailBelow(reading, described.slice(0, 3));
      return answer('met', 0.85, [...quotesOf(reading, described.slice(0, line ? 2 : 3), 'org-named'), ...(line ? [reading.quote(line)] : [])]);
    }
    if (services.length === 0 && mentions.every((s) => s.isHeading) && reading.has('tools-denied')) return answer('na', 0.7);
    const any = [...mentions.filter((s) => !s.isHeading), ...services, ...mentions];
    if (any.length > 0) return answer('partial', 0.75, any.slice(0, 3).map((s) => reading.quote(s, reading.hit(s, 'sdk') ?? reading.hit(s, 'third-party-service'))));
    const social = reading.statements('social-service').filter((s) => s.signals.has('third-party'));
    if (social.length > 0) return answer('partial', 0.4, quotesOf(reading, social, 'social-service'));
    return answer('na', 0.8);
  },
};

/** Stands under a heading on third parties or their tools. */
function isBelowThirdParties({ section }: Sentence): boolean {
  const heading = section.parent?.heading;
  return heading !== undefined && (heading.signals.has('third-party') || heading.signals.has('sdk'));
}

/** "We use these tools:" and below it what each of them gets; what each is for is only half of it. */
function entriesTellData(reading: Reading, opener: Sentence): boolean {
  const entries = reading.following(opener, 12).filter((s) => s.signals.has('org-named'));
  return entries.some((entry) => [entry, ...reading.following(entry, 2).filter((s) => !s.signals.has('org-named'))].some((s) => s.signals.has('data-concrete') || (s.signals.has('collect') && s.signals.has('personal-data'))));
}

/** Purpose and kinds of data are told, in the sentence or right after it. */
function describesAll(reading: Reading, sentence: Sentence, reach = 8): boolean {
  if ((sentence.cells?.length ?? 0) >= 3) return true;
  const here = [sentence, ...reading.following(sentence, reach)];
  return here.some((s) => s.signals.has('data-concrete') || (s.signals.has('collect') && s.signals.has('personal-data')) || (s.cells?.length ?? 0) >= 3) && here.some((s) => s.signals.has('need-told') || s.signals.has('purpose') || s.cells !== undefined);
}

function describes(sentence: Sentence): boolean {
  return sentence.signals.has('data-concrete') || sentence.signals.has('need-told') || (sentence.cells?.length ?? 0) >= 3;
}
