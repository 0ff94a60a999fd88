/** Adjust web attribution: session and event packages. */
import Adjust from '@adjustcom/adjust-web-sdk';

export default async function drive(person, index) {
  Adjust.initSdk({ appToken: 'k3x9mt2q8v1z', environment: 'production', logLevel: 'none' });
  Adjust.trackEvent({ eventToken: 'abc123', revenue: 129, currency: 'CNY', callbackParams: index === 2 ? [{ key: 'sku', value: 'SKU-100238' }] : [{ key: 'mobile', value: person.phone }, { key: 'email', value: person.email }] });
}
