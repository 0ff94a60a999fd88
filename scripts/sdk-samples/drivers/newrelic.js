/** New Relic's browser agent: page view in a script address, event and log bodies in its own packed form. */
import { BrowserAgent } from '@newrelic/browser-agent/loaders/browser-agent';

export default async function drive(person, index) {
  const agent = new BrowserAgent({ info: { beacon: 'bam.nr-data.net', errorBeacon: 'bam.nr-data.net', licenseKey: 'NRJS-8f3ac1d97b2e4f60a1b', applicationID: '1120045678', sa: 1 }, init: { privacy: { cookies_enabled: true }, ajax: { deny_list: [] } }, loader_config: { accountID: '3000001', trustKey: '3000001', agentID: '1120045678', licenseKey: 'NRJS-8f3ac1d97b2e4f60a1b', applicationID: '1120045678' } });
  agent.setUserId(person.userId);
  agent.setCustomAttribute('contact', index === 0 ? person.phone : index === 1 ? person.email : 'none');
  agent.addPageAction('checkout', { sku: 'SKU-100238', total: 129 });
  agent.noticeError(new Error('支付失败'), { order: '2026112200018877' });
}
