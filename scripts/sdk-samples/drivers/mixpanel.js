/** Mixpanel: base64 or JSON in a form, super properties and people records. */
import mixpanel from 'mixpanel-browser';

export default async function drive(person, index) {
  mixpanel.init('9f86d081884c7d659a2feaa0c55ad015', { api_host: 'https://api-js.mixpanel.com', track_pageview: true, batch_requests: index === 0, api_payload_format: index === 1 ? 'base64' : 'json', persistence: index === 2 ? 'localStorage' : 'cookie', autocapture: false });
  mixpanel.identify(person.userId);
  mixpanel.people.set({ $email: person.email, $phone: index === 2 ? person.phone : undefined, Birthday: person.birthday });
  mixpanel.track('Purchase', { order_no: '2026112200018877', price: 129, city: '北京' });
}
