/** AMap loader and the web service calls a page makes beside it. */
import AMapLoader from '@amap/amap-jsapi-loader';

export default async function drive(person, index) {
  AMapLoader.load({ key: '9f86d081884c7d659a2feaa0c55ad015', version: '2.0', plugins: ['AMap.Geocoder'] }).catch(() => undefined);
  await fetch(`https://restapi.amap.com/v3/geocode/regeo?key=9f86d081884c7d659a2feaa0c55ad015&location=${person.longitude},${person.latitude}&radius=1000&extensions=base`).catch(() => undefined);
  if (index === 1) await fetch(`https://restapi.amap.com/v3/geocode/geo?key=9f86d081884c7d659a2feaa0c55ad015&address=${encodeURIComponent(person.address)}`).catch(() => undefined);
}
