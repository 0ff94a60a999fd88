import { answer, type Duty } from '../duty';

/** A concrete period, or a concrete event that ends keeping. */
export const retentionPeriod: Duty = {
  id: 'retention-period',
  kind: 'duty',
  category: 'purpose-not-stated',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '17' }, { instrument: 'PIPL', article: '19' }, { instrument: 'NDSR', article: '21' }],
  whenAbsent: 'violation',
  judge(reading) {
    const terms = reading.statements('retention-term');
    if (terms.length > 0) return answer('met', 0.9, terms.slice(0, 3).map((s) => reading.quote(s, reading.hit(s, 'retention-term'))));
    const vague = reading.statements('retention-vague');
    if (vague.length > 0) return answer('partial', 0.8, vague.slice(0, 2).map((s) => reading.quote(s, reading.hit(s, 'retention-vague'))));
    return answer('absent', 0.85);
  },
};
