/** Snowplow: GET query and POST payloads with base64 contexts. */
import { newTracker, setUserId, trackPageView, trackSelfDescribingEvent, trackStructEvent } from '@snowplow/browser-tracker';

export default async function drive(person, index) {
  newTracker('sp', 'https://sp.collect-demo.com', { appId: 'shop', eventMethod: index === 0 ? 'get' : 'post', encodeBase64: index !== 2, bufferSize: 1 });
  setUserId(index === 1 ? person.email : person.userId);
  trackPageView();
  trackSelfDescribingEvent({ event: { schema: 'iglu:cn.example/lead/jsonschema/1-0-0', data: index === 0 ? { mobile: person.phone, full_name: person.name } : { id_card: person.idNumber } } });
  trackStructEvent({ category: 'cart', action: 'add', label: 'SKU-100238', value: 129 });
}
