/** Honeybadger: error notices with context. */
import Honeybadger from '@honeybadger-io/js';

export default async function drive(person, index) {
  Honeybadger.configure({ apiKey: 'hbp_8f3ac1d97b2e4f60', environment: 'production', developmentEnvironments: [] });
  Honeybadger.setContext(index === 0 ? { user_id: person.userId, user_email: person.email } : index === 1 ? { receiver: person.name, id_card: person.idNumber } : { step: 'pay' });
  Honeybadger.notify('接口超时', { name: 'TimeoutError', params: { order: '2026112200018877' } });
}
