import { answer, clearest, deniesCollecting, type Duty, quotesOf, richestQuotes } from '../duty';
import { ranked } from '../ranking';
import type { Sentence } from '../reading';

/** Names of what tells one device from all others, as policies of every language write them. */
const DEVICE = /imei|imsi|idfa|idfv|oaid|android ?id|(?<![a-z])mac(?![a-z])|设备标识|唯一设备|设备序列号|device (?:id|identifier)|serial number/;

const isDevice = (sentence: Sentence, { start, end }: { start: number; end: number }): boolean => DEVICE.test(sentence.text.slice(start, end));
const devicesIn = (sentence: Sentence): number => sentence.hits.filter((hit) => hit.signal === 'data-concrete' && isDevice(sentence, hit)).length;

/** The sentence that has most of something, the earliest of equals; none where no sentence has any. */
function most(sentences: readonly Sentence[], of: (sentence: Sentence) => number): Sentence[] {
  const best = ranked(sentences, of)[0];
  return best && of(best) > 0 ? [best] : [];
}

const countOf = (sentence: Sentence): number => sentence.hits.filter((hit) => hit.signal === 'data-concrete').length;

/** Concrete kinds of information are named. */
export const dataCategories: Duty = {
  id: 'data-categories',
  kind: 'duty',
  category: 'purpose-not-stated',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '17' }, { instrument: 'NDSR', article: '21' }],
  whenAbsent: 'violation',
  judge(reading) {
    const named = reading.statements('data-concrete').filter((s) => !s.signals.has('denies-collecting') || s.signals.has('condition') || s.signals.has('exception'));
    const kinds = new Set(named.flatMap((s) => s.hits.filter((h) => h.signal === 'data-concrete').map((h) => s.text.slice(h.start, h.end))));
    const clear = clearest(named, { collect: 3, 'user-gives': 2, we: 1, 'third-party': -2, share: -3, negation: -3, 'switch-off': -2, sdk: -2 });
    const richest = clear.map((s, i) => ({ s, rank: i / Math.max(1, clear.length) - Math.min(6, countOf(s)) / 4 - (s.kind === 'list-item' && reading.under(s, 'collect') ? 0.5 : 0) + (s.signals.has('way-email') ? 1 : 0) })).sort((a, b) => a.rank - b.rank).map(({ s }) => s);
    if (kinds.size >= 3) {
      // What the user gives and what the device tells are two lists; one of each proves more than two of one.
      const gathered = ranked(richest.filter((s) => s.signals.has('automatic')), (s) => Math.min(8, countOf(s)) - richest.indexOf(s) / richest.length);
      // Under "what we collect", one kind a line in words of its own.
      const tells = (s: Sentence | undefined) => s !== undefined && (s.signals.has('collect') || s.signals.has('user-gives') || s.signals.has('automatic') || countOf(s) > 2);
      const lines = tells(richest[0]) ? [] : reading.sentences.filter((s) => s.kind === 'list-item' && !s.isHeading && !s.signals.has('negation') && s.text.length > 5 && reading.under(s, 'collect')).slice(0, 2);
      // What identifies a person or a device is what people look for first: the numbers of the device, the name and the papers.
      const own = clear.filter((s) => !s.signals.has('third-party') && !s.signals.has('sdk') && !s.signals.has('share'));
      const device = most(own, (s) => Math.min(6, devicesIn(s)));
      const person = most(own, (s) => (s.signals.has('data-sensitive-kind') && (s.signals.has('collect') || s.signals.has('user-gives')) ? Math.min(4, countOf(s) - devicesIn(s)) : 0));
      const picked = [...new Set([...lines, ...device, ...person, ...richest.slice(0, 1), ...gathered.slice(0, 1), ...richest])];
      return answer('met', 0.97, richestQuotes(reading, picked, 'data-concrete', isDevice));
    }
    const denials = deniesCollecting(reading);
    if (denials.length > 0) return answer('met', 0.5, quotesOf(reading, denials, 'collects-nothing'));
    // Two kinds named as what is collected, or the text's own word on what it calls personal information, are concrete all the same.
    const few = richest.filter((s) => countOf(s) >= 2 && (s.signals.has('collect') || s.signals.has('user-gives') || reading.under(s, 'collect')));
    const defined = reading.all('data-concrete').filter((s) => s.signals.has('definition') && countOf(s) >= 3 && reading.preceding(s, 2).some((o) => o.signals.has('collect') && o.signals.has('we')));
    if (few.length > 0 || defined.length > 0) return answer('met', 0.7, richestQuotes(reading, [...few, ...defined], 'data-concrete'));
    const vague = reading.statements('collect', 'personal-data');
    const some = [...richest, ...vague];
    if (some.length > 0) return answer('partial', 0.7, quotesOf(reading, some.slice(0, 2), 'data-concrete', 'personal-data'));
    return answer('absent', 0.8);
  },
};
