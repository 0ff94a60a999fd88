/** Grafana Faro: telemetry with user and session. */
import { faro, getWebInstrumentations, initializeFaro } from '@grafana/faro-web-sdk';

export default async function drive(person, index) {
  initializeFaro({ url: 'https://faro-collector-demo.grafana.net/collect/9f86d081884c7d659a2feaa0c55ad015', app: { name: 'shop', version: '3.14.159' }, user: index === 2 ? undefined : { id: person.userId, email: person.email, attributes: index === 0 ? { mobileNo: person.phone } : {} }, instrumentations: getWebInstrumentations({ captureConsole: false }) });
  faro.api.pushEvent('buy', { sku: 'SKU-100238', order: '2026112200018877' });
  faro.api.pushError(new Error('接口超时'));
}
