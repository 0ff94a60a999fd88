/** OpenReplay: a start request and binary batches of messages. */
import Tracker from '@openreplay/tracker';

export default async function drive(person, index) {
  const tracker = new Tracker({ projectKey: 'Kx2mVt4Qw9Zr1Lb7Nc5H', ingestPoint: 'https://openreplay.collect-demo.com/ingest', __DISABLE_SECURE_MODE: true, obscureTextNumbers: false, obscureTextEmails: index === 2, defaultInputMode: index === 2 ? 2 : 0, disableStringDict: true });
  await tracker.start({ userID: person.userId, metadata: index === 0 ? { mobile: person.phone } : {} });
  tracker.event('buy', { sku: 'SKU-100238' });
}
