/** Behavioural analytics of Elastic: page views, searches, clicks. */
import { createTracker, trackPageView, trackSearch, trackSearchClick } from '@elastic/behavioral-analytics-javascript-tracker';

export default async function drive(person, index) {
  createTracker({ endpoint: 'https://es.shop-search.cn', collectionName: 'goods', apiKey: 'VnVhQ2ZHY0JDZGJrUW', user: { token: () => (index === 0 ? person.userId : '9c3f0b7e-2d41-465b-8a1c-5e2f9d0b7c36') } });
  trackPageView({ document: { id: '100238', index: 'goods' } });
  trackSearch({ search: { query: person.search, filters: { brand: ['东阿'] }, page: { current: 1, size: 10 } } });
  trackSearchClick({ document: { id: '100238', index: 'goods' }, search: { query: person.search } });
}
