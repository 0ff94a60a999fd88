/** Sentry: envelopes of JSON lines with the user. */
import * as Sentry from '@sentry/browser';

export default async function drive(person, index) {
  Sentry.init({ dsn: 'https://9f86d081884c7d659a2feaa0c55ad015@o450001.ingest.sentry.io/4505001122334455', release: 'shop@3.14.159+8f3ac1d', tracesSampleRate: 1, integrations: [Sentry.browserTracingIntegration()], sendDefaultPii: true, dataCollection: {} });
  if (index !== 2) Sentry.setUser({ id: person.userId, ...(index === 0 ? { email: person.email } : { username: person.phone }) });
  Sentry.addBreadcrumb({ category: 'ui.input', message: 'input#kw' });
  Sentry.captureException(new Error('支付接口超时 order=2026112200018877'));
  Sentry.captureMessage('cart empty');
}
