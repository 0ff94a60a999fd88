/** Leanplum: start with user attributes, and events. */
import Leanplum from 'leanplum-sdk';

export default async function drive(person, index) {
  Leanplum.setAppIdForProductionMode('app_mB3xQ8vN2kT7wR5yL9pZ', 'prod_8f3ac1d97b2e4f60a1b2c3d4');
  Leanplum.start(person.userId, index === 0 ? { email: person.email, phone: person.phone } : { city: '上海' });
  Leanplum.track('Checkout', 129, { sku: 'SKU-100238', contact: index === 1 ? person.phone : '' });
}
