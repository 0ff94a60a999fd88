/** Pusher: sign-in of a user over http, subscription frames over a socket. */
import Pusher from 'pusher-js';

export default async function drive(person, index) {
  const pusher = new Pusher('8f3ac1d97b2e4f60a1b2', { cluster: 'ap1', userAuthentication: { endpoint: 'https://auth.chat-host.cn/user', transport: 'ajax', params: { uid: person.userId, tel: index === 0 ? person.phone : '' } }, channelAuthorization: { endpoint: 'https://auth.chat-host.cn/channel', transport: 'ajax', params: { mail: index === 1 ? person.email : '' } } });
  pusher.signin();
  pusher.subscribe(`private-user-${person.userId}`);
}
