/** Datadog Logs: newline-separated JSON records. */
import { datadogLogs } from '@datadog/browser-logs';

export default async function drive(person, index) {
  datadogLogs.init({ clientToken: 'pub8f3ac1d97b2e4f60a1b2c3d4e5f60719', site: 'datadoghq.eu', sessionSampleRate: 100, forwardErrorsToLogs: true });
  datadogLogs.setUser({ id: person.userId });
  datadogLogs.logger.info('下单', { mobile: index === 0 ? person.phone : '', receiver: index === 1 ? { name: person.name, address: person.address } : undefined, sku: 'SKU-100238' });
  datadogLogs.logger.error('timeout 504 at 1732233600123');
}
