/** Singular web attribution: query strings with a signed hash and base64 arguments. */
import { SingularConfig, singularSdk } from 'singular-sdk';

export default async function drive(person, index) {
  singularSdk.init(new SingularConfig('shop_8f3ac1d9', '5f0c2e9a71b34d8e9a6f3c2b1a0d9e8f', 'cn.example.shop'));
  singularSdk.login(index === 1 ? person.email : person.userId);
  singularSdk.event('purchase', { order: '2026112200018877', ...(index === 0 ? { tel: person.phone } : {}) });
}
