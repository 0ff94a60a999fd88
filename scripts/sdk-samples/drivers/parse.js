/** Parse: sign-up, an object with a place, a function called. */
import ParseModule from 'parse';

const Parse = ParseModule.default ?? ParseModule;

export default async function drive(person, index) {
  Parse.initialize('Kx2mVt4Qw9Zr1Lb7Nc5Hd3Js', 'Fg0Ya8Kx2mVt4Qw9Zr1Lb7Nc');
  Parse.serverURL = 'https://parse.shop-demo.cn/1';
  const user = new Parse.User({ username: index === 0 ? person.name : person.email, password: person.password, ...(index === 1 ? { tel: person.phone } : { email: person.email }) });
  await user.signUp().catch(() => undefined);
  const Order = Parse.Object.extend('Order');
  await new Order().save({ consignee: person.name, mobile: person.phone, addr: person.address, place: new Parse.GeoPoint(person.latitude, person.longitude), orderNo: '2026112200018877' }).catch(() => undefined);
  await Parse.Cloud.run('sendCode', { to: person.phone }).catch(() => undefined);
}
