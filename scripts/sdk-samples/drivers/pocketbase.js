/** PocketBase: sign-up, log-in, a row with a picture in a form. */
import PocketBase from 'pocketbase';

export default async function drive(person, index) {
  const base = new PocketBase('https://pb.shop-demo.cn');
  await base.collection('users').create({ username: `u${person.userId}`, email: person.email, emailVisibility: true, password: person.password, passwordConfirm: person.password, name: person.name }).catch(() => undefined);
  await base.collection('users').authWithPassword(index === 0 ? person.email : person.phone, person.password).catch(() => undefined);
  const form = new FormData();
  for (const [name, value] of Object.entries({ consignee: person.name, tel: person.phone, addr: person.address, remark: '请放门口', order_no: '2026112200018877' })) form.append(name, value);
  form.append('facePhoto', new Blob([new Uint8Array([137, 80, 78, 71])], { type: 'image/png' }), 'me.png');
  await base.collection('orders').create(form).catch(() => undefined);
}
