/** Hightouch events: identify with traits, page and track calls. */
import { HtEventsBrowser } from '@ht-sdks/events-sdk-js-browser';

export default async function drive(person, index) {
  const events = HtEventsBrowser.load({ writeKey: '8f3ac1d97b2e4f60a1b2c3d4e5f60718' }, { apiHost: 'us-east-1.hightouch-events.com' });
  await events.identify(person.userId, index === 0 ? { email: person.email } : index === 1 ? { phone: person.phone, name: person.name } : {});
  await events.page();
  await events.track('Order Completed', { order_id: '50314b8e9bcf000000000000' });
}
