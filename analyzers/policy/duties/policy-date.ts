import { answer, type Duty } from '../duty';

/** An update, publication or effective date with day or month. */
export const policyDate: Duty = {
  id: 'policy-date',
  kind: 'duty',
  category: 'rules-not-published',
  severity: 'low',
  basis: [{ instrument: 'CRITERIA', article: '二-2' }],
  whenAbsent: 'review',
  judge(reading) {
    const dated = reading.all('date-full').filter((sentence) => {
      if (sentence.signals.has('law-name') && sentence.text.length > 60) return false;
      if (sentence.signals.has('effective')) return true;
      // A bare date line counts at the top and at the end of the text, where policies put it.
      const atEdge = sentence.index < 8 || sentence.index >= reading.sentences.length - 8;
      return atEdge && sentence.text.length <= 40;
    });
    if (dated.length > 0) return answer('met', 0.96, dated.slice(0, 2).map((s) => reading.quote(s, reading.hit(s, 'date-full'))));
    const vague = reading.all('date-vague').filter((sentence) => sentence.text.length <= 40 || sentence.signals.has('effective'));
    if (vague.length > 0) return answer('partial', 0.6, vague.slice(0, 1).map((s) => reading.quote(s, reading.hit(s, 'date-vague'))));
    return answer('absent', 0.9);
  },
};
