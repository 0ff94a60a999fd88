/** Plausible: one small JSON object without an identifier. */
import Plausible from 'plausible-tracker';

export default async function drive(person, index) {
  const { trackPageview, trackEvent } = Plausible({ domain: 'shop.example.cn', apiHost: 'https://plausible.collect-demo.com', trackLocalhost: true });
  trackPageview();
  trackEvent('signup', { props: index === 1 ? { email: person.email } : { plan: 'gold', build: '20261122.3' } });
}
