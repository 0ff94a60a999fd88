/** Segment: identify with traits, page and track calls. */
import { AnalyticsBrowser } from '@segment/analytics-next';

export default async function drive(person, index) {
  const analytics = AnalyticsBrowser.load({ writeKey: 'mB3xQ8vN2kT7wR5yL9pZ', cdnSettings: { integrations: { 'Segment.io': { apiKey: 'mB3xQ8vN2kT7wR5yL9pZ', apiHost: 'api.segment.io/v1' } } } });
  await analytics.identify(person.userId, index === 0 ? { email: person.email, phone: person.phone, name: person.name } : index === 1 ? { address: person.address, birthday: person.birthday } : {});
  await analytics.page();
  await analytics.track('Order Completed', { order_id: '50314b8e9bcf000000000000', total: 27.5, products: [{ product_id: '507f1f77bcf86cd799439011' }] });
}
