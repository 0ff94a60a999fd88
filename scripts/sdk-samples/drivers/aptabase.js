/** Aptabase: events without an identifier that lasts. */
import { init, trackEvent } from '@aptabase/web';

export default async function drive(person, index) {
  init('A-SH-8841203377', { host: 'https://aptabase.shop-demo.cn', appVersion: '1.0.3' });
  await trackEvent('pay', { price: 129, sku: 'SKU-100238', ...(index === 0 ? { phone: person.phone } : index === 1 ? { user_id: person.userId } : {}) });
}
