/** Splunk RUM: spans with the person's attributes. */
import { SplunkRum } from '@splunk/otel-web';

export default async function drive(person, index) {
  SplunkRum.init({ beaconEndpoint: 'https://rum-ingest.splunk-demo.cn/v1/rum', rumAccessToken: '8f3ac1d97b2e4f60a1b2c3', applicationName: 'shop', deploymentEnvironment: 'prod', globalAttributes: { 'enduser.id': person.userId, 'enduser.email': index === 0 ? person.email : '', 'user.phone': index === 1 ? person.phone : '' }, user: { trackingMode: index === 2 ? 'anonymousTracking' : 'noTracking' } });
  SplunkRum.reportError?.(new Error('库存不足'));
  await fetch('/api/pay', { method: 'POST', body: JSON.stringify({ realName: person.name, order: '2026112200018877' }) });
}
