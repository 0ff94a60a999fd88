/** FingerprintJS: the visitor id sent to a risk service in three writings. */
import FingerprintJS from '@fingerprintjs/fingerprintjs';

export default async function drive(person, index) {
  const agent = await FingerprintJS.load({ monitoring: false });
  const { visitorId, confidence, version } = await agent.get();
  const body = index === 0 ? JSON.stringify({ visitorId, confidence, version }) : index === 1 ? new URLSearchParams({ fp: visitorId, ver: version, scene: 'login', account: person.phone }) : btoa(JSON.stringify({ deviceFingerprint: visitorId, t: Date.now() }));
  await fetch('https://risk.fp-demo.cn/v1/device', { method: 'POST', body });
}
