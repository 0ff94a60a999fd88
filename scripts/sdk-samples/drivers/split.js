/** Split: flags by key, with attributes; impressions and events. */
import { SplitFactory } from '@splitsoftware/splitio-browserjs';

export default async function drive(person, index) {
  const factory = SplitFactory({ core: { authorizationKey: '8f3ac1d97b2e4f60a1b2c3d4e5f60718', key: index === 0 ? person.userId : index === 1 ? person.email : `user_${person.userId}` }, scheduler: { eventsPushRate: 1, impressionsRefreshRate: 1 }, startup: { eventsFirstPushWindow: 0.3 } });
  const client = factory.client();
  client.getTreatment('price', { city: '北京', phone: person.phone });
  client.track('user', 'pay', 129, { order_no: '2026112200018877', receiver: person.name });
  await new Promise((resolve) => setTimeout(resolve, 900));
  await client.flush?.();
}
