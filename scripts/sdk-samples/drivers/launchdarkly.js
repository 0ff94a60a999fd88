/** LaunchDarkly: the whole person as base64url in an address, and summary events. */
import * as LD from 'launchdarkly-js-client-sdk';

export default async function drive(person, index) {
  const client = LD.initialize('8f3ac1d97b2e4f60a1b2c3d4', index === 2 ? { kind: 'user', anonymous: true } : { kind: 'user', key: person.userId, email: index === 0 ? person.email : undefined, phone: index === 1 ? person.phone : undefined, name: person.name });
  await client.waitForInitialization(1).catch(() => undefined);
  client.variation('new-cart', false);
  client.track('checkout', { sku: 'SKU-100238' }, 129);
  await client.flush().catch(() => undefined);
}
