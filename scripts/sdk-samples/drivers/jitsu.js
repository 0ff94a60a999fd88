/** Jitsu: Segment-like JSON. */
import { jitsuAnalytics } from '@jitsu/js';

export default async function drive(person, index) {
  const jitsu = jitsuAnalytics({ host: 'https://data.jitsu-demo.com', writeKey: 'Kx2mVt4Qw9:Zr1Lb7Nc5Hd3Js6F' });
  await jitsu.page();
  await jitsu.identify(person.userId, index === 0 ? { wechat_openid: person.openid } : { email: person.email, mobile: person.phone });
  await jitsu.track('checkout', { transaction_id: '4200001234202611220987654321', amount: 129 });
}
