/** socket.io: long polling with packets of JSON, the person told of in the query and in events. */
import { io } from 'socket.io-client';

export default async function drive(person, index) {
  const socket = io('https://im.shop-demo.cn', { transports: [index === 0 ? 'websocket' : 'polling'], query: { uid: person.userId, nickname: person.name }, auth: { phone: person.phone }, reconnection: false });
  socket.emit('join', { mobile: person.phone, mail: person.email });
  await new Promise((resolve) => setTimeout(resolve, 700));
  if (index === 0) socket.io.engine?.transport?.ws?.send(`42${JSON.stringify(['say', { uid: person.userId, name: person.name, phone: person.phone, text: '还有货吗' }])}`);
}
