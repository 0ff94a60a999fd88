/** Bugsnag: error and session reports with the user. */
import Bugsnag from '@bugsnag/js';

export default async function drive(person, index) {
  Bugsnag.start({ apiKey: 'a5b1c2d3e4f5061728394a5b6c7d8e9f', appVersion: '3.14.159', user: index === 0 ? { id: person.userId, name: person.name, email: person.email } : {}, logger: null, metadata: index === 1 ? { member: { cellphone: person.phone } } : {} });
  Bugsnag.notify(new Error('库存不足 SKU-100238'));
}
