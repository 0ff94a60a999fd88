/** Braze: profile attributes and custom events in batches. */
import * as braze from '@braze/web-sdk';

export default async function drive(person, index) {
  braze.initialize('3f8ac1d9-7b2e-4f60-a1b2-c3d4e5f60718', { baseUrl: 'sdk.fra-01.braze.eu', allowUserSuppliedJavascript: false, enableLogging: false });
  braze.changeUser(person.userId);
  const user = braze.getUser();
  if (index === 0) { user.setEmail(person.email); user.setPhoneNumber(`+86${person.phone}`); user.setFirstName(person.name.slice(1)); }
  if (index === 1) { user.setDateOfBirth(1985, 11, 23); user.setGender('m'); user.setLastKnownLocation(person.latitude, person.longitude); }
  braze.logCustomEvent('view_goods', { sku: 'SKU-100238' });
  braze.openSession();
  braze.requestImmediateDataFlush();
}
