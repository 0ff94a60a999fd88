/** Tencent RUM (Aegis): page speed, events and errors with uin and device number in the address. */
import Aegis from 'aegis-web-sdk';

export default async function drive(person, index) {
  const aegis = new Aegis({ id: 'Kx2mVt4Qw9Zr1Lb7', uin: person.userId, reportApiSpeed: true, reportAssetSpeed: true, spa: true, hostUrl: 'https://rumt-zh.com', ext1: index === 1 ? person.phone : 'build-8f3ac1d' });
  aegis.reportEvent({ name: '提交订单', ext1: index === 0 ? person.email : 'ok', ext2: '2026112200018877' });
  aegis.error('接口超时');
  aegis.infoAll({ msg: '登录', tel: index === 2 ? person.phone : '' });
}
