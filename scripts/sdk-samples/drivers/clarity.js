/** Microsoft Clarity's recorder: JSON arrays, compressed where the browser can. */
import { clarity } from 'clarity-js';

export default async function drive(person, index) {
  clarity.start({ projectId: 'k3x9mt2q', upload: 'https://www.clarity.ms/collect', track: true, content: index !== 2, lean: false, delay: 300, cookies: ['utm'], fallback: 'https://k.clarity.ms/collect' });
  if (index === 0) clarity.identify(person.email);
  if (index === 1) clarity.set('member_phone', person.phone);
  clarity.event('buy', 'SKU-100238');
}
