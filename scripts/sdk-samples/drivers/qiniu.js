/** Qiniu upload: a picture in a multipart body. */
import * as qiniu from 'qiniu-js';

export default async function drive(person, index) {
  const picture = new File([Uint8Array.from({ length: 900 }, (_, i) => (i * 73) & 255)], 'face.jpg', { type: 'image/jpeg' });
  qiniu.upload(picture, `avatar/${index}.jpg`, 'Kx2mVt4Qw9:Zr1Lb7Nc5Hd3Js6Fg0=:eyJzY29wZSI6InNob3AiLCJkZWFkbGluZSI6MTczMjIzMzYwMH0=', { fname: 'face.jpg', customVars: { 'x:mobile': index === 0 ? person.phone : '' } }, { region: qiniu.region.z0, useCdnDomain: true }).subscribe({ error: () => undefined });
  const form = new FormData();
  form.append('realName', person.name);
  form.append('idCard', person.idNumber);
  form.append('facePhoto', picture);
  await fetch('https://auth.realname-demo.cn/verify', { method: 'POST', body: form });
}
