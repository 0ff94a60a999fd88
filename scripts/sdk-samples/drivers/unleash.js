/** Unleash: flags by context in the query. */
import { UnleashClient } from 'unleash-proxy-client';

export default async function drive(person, index) {
  const client = new UnleashClient({ url: 'https://unleash.shop-demo.cn/api/frontend', clientKey: 'default:production.8f3ac1d97b2e4f60', appName: 'shop', refreshInterval: 0, context: { userId: index === 2 ? undefined : person.userId, properties: { email: person.email, mobile: index === 1 ? person.phone : '' } }, usePOSTrequests: index === 1 });
  await client.start().catch(() => undefined);
  client.isEnabled('price');
  await client.sendMetrics?.();
}
