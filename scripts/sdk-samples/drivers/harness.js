/** Harness flags: log-in with a target. */
import { initialize } from '@harnessio/ff-javascript-client-sdk';

export default async function drive(person, index) {
  initialize('8f3ac1d9-7b2e-4f60-a1b2-c3d4e5f60718', { identifier: index === 0 ? person.userId : person.email, name: person.name, attributes: { phone: person.phone, birthday: person.birthday } }, { baseUrl: 'https://ff.harness-demo.cn/api/1.0', eventUrl: 'https://ffe.harness-demo.cn/api/1.0', streamEnabled: false });
  await new Promise((resolve) => setTimeout(resolve, 700));
}
