import { answer, clearest, type Duty, quotesOf } from '../duty';

/** One way to reach the operator that can be used as it stands. */
export const handlerContact: Duty = {
  id: 'handler-contact',
  kind: 'duty',
  category: 'purpose-not-stated',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '17' }, { instrument: 'NDSR', article: '21' }],
  whenAbsent: 'violation',
  judge(reading) {
    const direct = reading.sentences.filter((s) => s.kind !== 'table-row' && (s.signals.has('way-email') || s.signals.has('way-phone') || s.signals.has('way-address')));
    const own = direct.filter((s) => !s.signals.has('sdk'));
    if (own.length > 0) {
      // The contact section stands at the end of most policies.
      const atContact = own.filter((s) => s.signals.has('contact-word') || reading.under(s, 'contact-word'));
      const others = clearest(own, { 'third-party': -2, provider: -2, 'handler-name': -1 }).reverse();
      return answer('met', 0.97, quotesOf(reading, [...clearest(atContact, { 'third-party': -2, provider: -2, complain: -1 }), ...others], 'way-email', 'way-phone', 'way-address'));
    }
    const service = [...reading.statements('way-service').filter((s) => s.signals.has('way-menu') || s.signals.has('contact-offer') || (s.signals.has('service-named') && s.signals.has('contact-word'))), ...reading.statements('way-form').filter((s) => s.signals.has('contact-word') || s.signals.has('question-offer'))];
    // "Reach us by: · the feedback page": the channel stands in the list.
    service.push(...reading.all('contact-word').filter((s) => s.opensList).flatMap((s) => reading.following(s, 4).filter((o) => o.signals.has('way-service') || o.signals.has('way-form'))));
    // "Reach us at the address shown under Me > About".
    service.push(...reading.statements('contact-word').filter((s) => s.signals.has('way-menu') && s.signals.has('contact-offer') && s.signals.has('question-offer')));
    const usable = service.filter((s) => !s.signals.has('placeholder') && !(s.signals.has('service-bare') && !s.signals.has('way-menu')));
    if (usable.length > 0) return answer('met', 0.9, quotesOf(reading, usable, 'way-service', 'way-form'));
    const vague = [...reading.all('contact-word'), ...reading.statements('service-bare')];
    if (vague.length > 0) return answer('partial', 0.7, quotesOf(reading, vague.slice(0, 2), 'contact-word', 'service-bare'));
    return answer('absent', 0.8);
  },
};
