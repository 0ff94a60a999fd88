/** Mapbox geocoding: address and position in the path and query. */
import createGeocoding from '@mapbox/mapbox-sdk/services/geocoding';

export default async function drive(person, index) {
  const geocoding = createGeocoding({ accessToken: 'pk.eyJ1Ijoic2hvcCIsImEiOiJja3g5bXQycTgifQ.Kx2mVt4Qw9Zr1Lb7Nc5Hd3' });
  await geocoding.forwardGeocode({ query: person.address, countries: ['cn'], limit: 3 }).send().catch(() => undefined);
  if (index !== 1) await geocoding.reverseGeocode({ query: [person.longitude, person.latitude] }).send().catch(() => undefined);
  await geocoding.forwardGeocode({ query: '药店', proximity: [person.longitude, person.latitude] }).send().catch(() => undefined);
}
