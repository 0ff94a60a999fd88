/** Elastic APM: lines of JSON, compressed where the browser can. */
import { init } from '@elastic/apm-rum';

export default async function drive(person, index) {
  const apm = init({ serviceName: 'shop', serverUrl: 'https://apm.collect-demo.com', serviceVersion: '3.14.159', flushInterval: 300 });
  if (index !== 2) apm.setUserContext({ id: person.userId, username: person.name, email: person.email });
  apm.setCustomContext({ order: '2026112200018877' });
  apm.captureError(new Error('接口超时'));
}
