/** Customer.io's pipelines: identify with traits, page and track calls. */
import { AnalyticsBrowser } from '@customerio/cdp-analytics-browser';

export default async function drive(person, index) {
  const analytics = AnalyticsBrowser.load({ writeKey: '8f3ac1d97b2e4f60a1b2', cdnURL: 'https://cdp.customer.io' });
  await analytics.identify(person.userId, index === 1 ? { email: person.email, address: person.address } : {});
  await analytics.page();
  await analytics.track('Checkout', { sku: 'SKU-100238', mobile: index === 0 ? person.phone : undefined });
}
