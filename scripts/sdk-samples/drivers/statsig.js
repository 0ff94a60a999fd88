/** Statsig: feature gates with the user, and logged events, some of them encoded. */
import statsig from 'statsig-js';

const Statsig = statsig.default ?? statsig;

export default async function drive(person, index) {
  await Statsig.initialize('client-mB3xQ8vN2kT7wR5yL9pZ', { userID: person.userId, email: index === 0 ? person.email : undefined, custom: index === 1 ? { mobile: person.phone } : { tier: 'gold' } }, { initTimeoutMs: 500 }).catch(() => undefined);
  Statsig.logEvent('add_to_cart', 'SKU-100238', { price: '129' });
  Statsig.shutdown();
}
