/** Bmob: registration, a code by text message, a row. */
import Bmob from 'hydrogen-js-sdk';

export default async function drive(person, index) {
  Bmob.initialize('8f3ac1d97b2e4f60', '010307', 'a1b2c3d4e5f60718');
  await Bmob.requestSmsCode({ mobilePhoneNumber: person.phone }).catch(() => undefined);
  await Bmob.User.register({ username: index === 0 ? person.phone : person.email, password: person.password, ...(index === 2 ? { email: person.email } : { mobilePhoneNumber: person.phone }) }).catch(() => undefined);
  const query = Bmob.Query('Order');
  query.set('receiver', person.name);
  query.set('address', person.address);
  query.set('goodsId', 'SKU-100238');
  await query.save().catch(() => undefined);
}
