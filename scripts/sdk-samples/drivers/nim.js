/** NetEase IM: log-in frames over a socket. */
import NIM from '@yxim/nim-web-sdk/dist/SDK/NIM_Web_NIM';

export default async function drive(person, index) {
  NIM.getInstance({ appKey: '45c6af3c98409b18a84451215d0bdd6e', account: index === 0 ? person.phone : `user${person.userId}`, token: '8f3ac1d97b2e4f60a1b2c3d4e5f60718', debug: false, db: false, onconnect() {}, ondisconnect() {}, onerror() {} });
}
