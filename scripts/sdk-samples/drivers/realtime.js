/** LeanCloud messaging: protobuf frames on a socket. */
import { Realtime } from 'leancloud-realtime';

export default async function drive(person, index) {
  const realtime = new Realtime({ appId: 'Kx2mVt4Qw9Zr1Lb7Nc5Hd3Js-gzGzoHsz', appKey: 'Fg0Ya8Kx2mVt4Qw9Zr1Lb7Nc', server: 'https://rtm.leancloud-demo.cn' });
  await realtime.createIMClient([person.phone, person.email, person.name][index]);
}
