/** Countly: form bodies with JSON inside and a checksum. */
import Countly from 'countly-sdk-web';

export default async function drive(person, index) {
  Countly.init({ app_key: '4a8f2c6e0b1d3f5a7c9e1b3d5f7a9c2e4b6d8f01', url: 'https://countly.collect-demo.com', interval: 300, use_session_cookie: index !== 1, salt: 'pepper', force_post: index === 2 });
  Countly.track_sessions();
  Countly.track_pageview();
  Countly.user_details({ name: person.name, ...(index === 1 ? { phone: `86-${person.phone}` } : { email: person.email }), gender: person.gender === '女' ? 'F' : 'M', byear: Number(person.birthday.slice(0, 4)) });
  Countly.add_event({ key: 'buy', count: 1, segmentation: { sku: 'SKU-100238', order: 'D20261122000188' } });
}
