/** Amplitude: JSON batches with device id and user properties. */
import * as amplitude from '@amplitude/analytics-browser';

export default async function drive(person, index) {
  amplitude.init('a5b1c2d3e4f5061728394a5b6c7d8e9f', index === 2 ? undefined : person.userId, { serverUrl: 'https://api2.amplitude.com/2/httpapi', defaultTracking: true, flushIntervalMillis: 300, fetchRemoteConfig: false });
  const identify = new amplitude.Identify();
  if (index === 0) identify.set('mobile_phone', person.phone);
  if (index === 1) identify.set('email', person.email).set('gender', person.gender);
  amplitude.identify(identify);
  amplitude.track('view_item', { item_id: '100238', version: '13.8.0.1', ts: Date.now() });
}
