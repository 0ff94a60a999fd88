/** Usermaven: events with an anonymous number kept in a cookie. */
import { usermavenClient } from '@usermaven/sdk-js';

export default async function drive(person, index) {
  const client = usermavenClient({ key: 'UM8f3ac1d9', trackingHost: 'https://events.usermaven.com', autocapture: true });
  if (index !== 2) client.id({ id: person.userId, email: index === 0 ? person.email : undefined, first_name: index === 1 ? person.name : undefined, created_at: '2026-01-01T00:00:00Z' });
  client.track('signed_up', { plan: 'vip', sku: 'SKU-100238' });
  client.pageview();
}
