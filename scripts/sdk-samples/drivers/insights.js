/** Algolia: searches, and the clicks on what was found. */
import aa from 'search-insights';

export default async function drive(person, index) {
  aa('init', { appId: 'B1G2GM9NG0', apiKey: '3f8ac1d97b2e4f60a1b2c3d4e5f60718', useCookie: true, ...(index === 0 ? { userToken: `user-${person.userId}` } : {}) });
  if (index === 1) aa('setAuthenticatedUserToken', person.userId);
  aa('clickedObjectIDsAfterSearch', { index: 'goods', eventName: '点击商品', queryID: '43b15df305339e827f0ac0bdc5ebcaa7', objectIDs: ['100238'], positions: [3] });
  aa('viewedObjectIDs', { index: 'goods', eventName: '看过', objectIDs: ['100238', '100239'] });
  await fetch('https://b1g2gm9ng0-dsn.algolia.net/1/indexes/*/queries?x-algolia-application-id=B1G2GM9NG0', { method: 'POST', body: JSON.stringify({ requests: [{ indexName: 'goods', params: new URLSearchParams({ query: person.search, hitsPerPage: '20', userToken: index === 0 ? `user-${person.userId}` : 'anonymous' }).toString() }] }) });
}
