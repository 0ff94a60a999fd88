/** Rollbar: error items with the person block. */
import Rollbar from 'rollbar';

export default async function drive(person, index) {
  const rollbar = new Rollbar({ accessToken: 'a5b1c2d3e4f5061728394a5b6c7d8e9f', captureUncaught: true, captureEmail: true, captureUsername: true, payload: { environment: 'production', client: { javascript: { code_version: '8f3ac1d97b2e4f60a1b2c3d4e5f60718a8f3c1d9' } }, ...(index < 2 ? { person: { id: person.userId, username: person.name, email: person.email } } : {}) } });
  rollbar.error('下单失败', { order: '2026112200018877' });
  rollbar.info('页面可见');
}
