/** TrackJS: error reports with the console and the network before them. */
import { TrackJS } from 'trackjs';

export default async function drive(person, index) {
  TrackJS.install({ token: '8f3ac1d97b2e4f60a1b2c3d4e5f60718', application: 'shop', userId: index === 2 ? '' : person.userId, sessionId: 's-20261122', serialize: (value) => JSON.stringify(value) });
  console.log('checkout', index === 0 ? person.phone : 'guest', 'SKU-100238');
  TrackJS.addMetadata('mail', index === 1 ? person.email : 'none');
  TrackJS.track(new Error('库存不足'));
}
