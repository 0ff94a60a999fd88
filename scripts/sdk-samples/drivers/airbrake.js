/** Airbrake: error notices and performance sums. */
import { Notifier } from '@airbrake/browser';

export default async function drive(person, index) {
  const airbrake = new Notifier({ projectId: 105138, projectKey: '8f3ac1d97b2e4f60a1b2c3d4e5f60718', environment: 'production', remoteConfig: false });
  await airbrake.notify({ error: new Error('提交失败'), params: { card: index === 0 ? person.card : undefined, addr: index === 1 ? person.address : undefined, sku: 'SKU-100238' }, context: { user: index === 2 ? {} : { id: person.userId, name: person.name, email: person.email } } }).catch(() => undefined);
}
