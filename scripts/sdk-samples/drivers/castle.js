/** Castle: fingerprint tokens and the person's record, against fraud. */
import * as Castle from '@castleio/castle-js';

export default async function drive(person, index) {
  const castle = Castle.configure({ pk: 'pk_8f3ac1d97b2e4f60a1b2c3d4e5f60718', apiUrl: 'https://m.castle-demo.cn/v1/monitoring', verbose: false });
  const api = castle?.page ? castle : Castle;
  await Promise.race([api.page({ user: { id: person.userId, email: person.email, ...(index === 1 ? { phone: `+86${person.phone}` } : { name: person.name }) } }), new Promise((resolve) => setTimeout(resolve, 700))]).catch(() => undefined);
  await Promise.race([api.custom({ name: 'Order', user: { id: person.userId, email: person.email }, properties: { order_no: '2026112200018877' } }), new Promise((resolve) => setTimeout(resolve, 700))]).catch(() => undefined);
  const token = await Promise.race([api.createRequestToken(), new Promise((resolve) => setTimeout(() => resolve(''), 500))]).catch(() => '');
  await fetch('/api/login', { method: 'POST', body: JSON.stringify({ account: person.phone, pwd: person.password, castle_request_token: token }) });
}
