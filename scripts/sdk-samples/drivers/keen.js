/** Keen: JSON events with geolocation and person beside application keys. */
import * as keenModule from 'keen-tracking';

export default async function drive(person, index) {
  const KeenTracking = keenModule.Keen ?? keenModule.default?.Keen ?? keenModule.default;
  const keen = new KeenTracking({ projectId: '5f0c2e9a71b34d8e9a6f3c2b', writeKey: 'A1B2C3D4E5F60718293A4B5C6D7E8F90A1B2C3D4E5F60718293A4B5C6D7E8F90', host: 'api.keen.io/3.0', requestType: index === 1 ? 'beacon' : 'fetch' });
  const { coords } = await new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject));
  await keen.recordEvent('visit', { user: index === 0 ? { contact_phone: person.phone } : { login_email: person.email }, keen_location: { coordinates: [coords.longitude, coords.latitude] }, build: '1.38.0' });
  await keen.recordEvent('page', { page: { title: document.title }, sequence: 17 });
}
