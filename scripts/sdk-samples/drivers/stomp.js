/** STOMP over a socket: log-in headers, a message of JSON. */
import { Client } from '@stomp/stompjs';

export default async function drive(person, index) {
  const client = new Client({ brokerURL: 'wss://chat.shop-demo.cn/ws', connectHeaders: { login: index === 1 ? person.phone : 'guest', passcode: 'guest', userId: person.userId, token: 'tok-8f3ac1' }, reconnectDelay: 0, forceBinaryWSFrames: index === 2 });
  client.activate();
  await new Promise((resolve) => setTimeout(resolve, 500));
  const body = JSON.stringify({ from: person.userId, realName: person.name, mobile: person.phone, text: '还有货吗' });
  client.webSocket?.send(`SEND\ndestination:/app/chat\ncontent-type:application/json\n\n${body}\0`);
}
