/** DevCycle: flags of a user record. */
import { initializeDevCycle } from '@devcycle/js-client-sdk';

export default async function drive(person, index) {
  const client = initializeDevCycle('dvc_client_8f3ac1d9_7b2e_4f60', index === 2 ? { isAnonymous: true } : { user_id: person.userId, email: person.email, name: person.name, customData: { phone: index === 1 ? person.phone : 'none' } });
  await client.onClientInitialized().catch(() => undefined);
  client.track({ type: 'pay', value: 129, metaData: { order_no: '2026112200018877' } });
  await client.flushEvents?.().catch(() => undefined);
}
