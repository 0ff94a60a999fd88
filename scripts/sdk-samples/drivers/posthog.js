/** PostHog: gzip bodies, autocapture, identified person. */
import posthog from 'posthog-js/dist/module.no-external';

export default async function drive(person, index) {
  posthog.init('phc_8Kx2mVt4Qw9Zr1Lb7Nc5Hd3Js6Fg0Ya', { api_host: 'https://ph.collect-demo.com', autocapture: true, capture_pageview: true, request_batching: index !== 1, disable_compression: index === 2, disable_session_recording: true, advanced_disable_feature_flags: false });
  posthog.identify(person.userId, index === 1 ? { phone: `+86${person.phone}` } : { email: person.email, name: person.name });
  posthog.capture('order_submitted', { order_id: 'D20261122000188', amount: 129.5, sku: 'SKU-100238' });
}
