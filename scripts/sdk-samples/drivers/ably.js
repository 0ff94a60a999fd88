/** Ably: publishing over REST as JSON and as MessagePack. */
import * as Ably from 'ably';

export default async function drive(person, index) {
  const rest = new Ably.Rest({ key: 'xVLyHw.A1b2C3:8f3ac1d97b2e4f60', clientId: index === 0 ? person.userId : 'guest', useBinaryProtocol: index === 1, httpRequestTimeout: 1_000, fallbackHosts: [] });
  await Promise.race([rest.channels.get('support').publish('message', { text: index === 2 ? `请打我电话 ${person.phone}` : '还有货吗', from: person.name, mail: person.email }), new Promise((resolve) => setTimeout(resolve, 900))]).catch(() => undefined);
}
