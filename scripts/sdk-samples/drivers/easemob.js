/** Easemob customer messaging: log-in and registration. */
import EC from 'easemob-websdk';

export default async function drive(person, index) {
  const connection = new EC.connection({ appKey: '1122161011178276#testapp', apiUrl: 'https://a1.easemob.com', url: 'wss://im-api-v2.easemob.com/ws', isHttpDNS: false });
  await connection.registerUser({ username: index === 0 ? person.phone : `u${person.userId}`, password: person.password, nickname: person.name }).catch(() => undefined);
  await connection.open({ user: index === 0 ? person.phone : `u${person.userId}`, pwd: person.password }).catch(() => undefined);
}
