/** Centrifugo: commands over a socket, JSON and protocol buffers. */
import { Centrifuge } from 'centrifuge';
import { Centrifuge as Binary } from 'centrifuge/build/protobuf';

export default async function drive(person, index) {
  const Client = index === 1 ? Binary : Centrifuge;
  const client = new Client('wss://rt.shop-live.cn/connection/websocket', { token: 'tok-8f3ac1', name: 'web', data: index === 1 ? new TextEncoder().encode(JSON.stringify({ uid: person.userId, mobile: person.phone })) : { uid: person.userId, nick: person.name, mobile: index === 0 ? person.phone : undefined, mail: person.email } });
  client.connect();
  await new Promise((resolve) => setTimeout(resolve, 600));
}
