/** ThumbmarkJS: a hash of the components, and the components themselves. */
import { getFingerprint, getFingerprintData } from '@thumbmarkjs/thumbmarkjs';

export default async function drive(person, index) {
  const hash = await getFingerprint();
  const data = index === 1 ? await getFingerprintData() : {};
  await fetch('https://tm.fp-demo.cn/collect', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ browser_fingerprint: hash, ua: navigator.userAgent, data }).slice(0, 30_000) });
}
