/** ConnectyCube: a session and sign-up of a chat user. */
import ConnectyCube from 'connectycube';

export default async function drive(person, index) {
  const api = ConnectyCube.default ?? ConnectyCube;
  api.init({ appId: 7281, authKey: 'Kx2mVt4Qw9Zr1Lb', authSecret: 'Fg0Ya8Kx2mVt4Qw' });
  api.createSession(index === 0 ? { login: `u${person.userId}`, password: person.password } : { email: person.email, password: person.password }).catch(() => undefined);
  api.users?.signup?.({ login: `u${person.userId}`, password: person.password, email: person.email, full_name: person.name, phone: person.phone }).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 900));
}
