/** Leaflet geocoder against Nominatim: typed address, then the person's position. */
import 'leaflet';
import { geocoders } from 'leaflet-control-geocoder';

export default async function drive(person) {
  const geocoder = geocoders.nominatim({ serviceUrl: 'https://nominatim.openstreetmap.org/' });
  await Promise.race([geocoder.geocode(person.address), later()]).catch(() => undefined);
  await Promise.race([geocoder.reverse({ lat: person.latitude, lng: person.longitude }, 1_000_000), later()]).catch(() => undefined);
}

function later() {
  return new Promise((resolve) => setTimeout(resolve, 600));
}
