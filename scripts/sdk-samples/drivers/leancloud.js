/** LeanCloud: sign-up, text-message code, push installation and stored objects. */
import AV from 'leancloud-storage';

export default async function drive(person, index) {
  AV.init({ appId: 'Kx2mVt4Qw9Zr1Lb7Nc5Hd3Js-gzGzoHsz', appKey: 'Fg0Ya8Kx2mVt4Qw9Zr1Lb7Nc', serverURL: 'https://api.leancloud-demo.cn' });
  await AV.Cloud.requestSmsCode({ mobilePhoneNumber: `+86${person.phone}`, name: '青禾', ttl: 10 }).catch(() => undefined);
  const user = new AV.User();
  user.setUsername(index === 0 ? person.name : person.email);
  user.setPassword(person.password);
  if (index === 1) user.setMobilePhoneNumber(person.phone);
  await user.signUp().catch(() => undefined);
  const Installation = AV.Object.extend('_Installation');
  await new Installation().save({ deviceType: 'web', installationId: 'b7e2c0de-6a51-4f0b-9d3c-1f2e3d4c5b6a', deviceToken: '5f0c2e9a71b34d8e9a6f3c2b1a0d9e8f5f0c2e9a71b34d8e9a6f3c2b1a0d9e8f', channels: ['sale'] }).catch(() => undefined);
  const Order = AV.Object.extend('Order');
  await new Order().save({ consignee: person.name, tel: person.phone, address: person.address, goodsId: '6222020000000000018', place: new AV.GeoPoint(person.latitude, person.longitude) }).catch(() => undefined);
}
