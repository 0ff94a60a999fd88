/** Datadog RUM with session replay: newline-separated JSON views and actions, recorder segments as multipart deflate. */
import { datadogRum } from '@datadog/browser-rum';

export default async function drive(person, index) {
  datadogRum.init({ applicationId: '3f8ac1d9-7b2e-4f60-a1b2-c3d4e5f60718', clientToken: 'pub8f3ac1d97b2e4f60a1b2c3d4e5f60718', site: 'datadoghq.com', service: 'shop', sessionSampleRate: 100, sessionReplaySampleRate: 100, trackUserInteractions: true, defaultPrivacyLevel: index === 2 ? 'mask' : 'allow', compressIntakeRequests: index === 1 });
  datadogRum.setUser(index === 0 ? { id: person.userId, email: person.email, name: person.name } : { id: person.userId, plan: 'vip' });
  datadogRum.startSessionReplayRecording();
  datadogRum.addAction('checkout', { order: '2026112200018877', phone: index === 1 ? person.phone : undefined });
  await new Promise((resolve) => setTimeout(resolve, 900));
  datadogRum.stopSession();
}
