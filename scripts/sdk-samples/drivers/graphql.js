/** GraphQL: mutations with variables, and with values written into the query. */
import { GraphQLClient, gql } from 'graphql-request';

export default async function drive(person, index) {
  const client = new GraphQLClient('https://graph.shop-demo.cn/graphql', { headers: { authorization: 'Bearer tok-8f3ac1' } });
  const create = gql`mutation Create($input: OrderInput!) { createOrder(input: $input) { id } }`;
  await client.request(create, { input: { consignee: person.name, phoneNumber: person.phone, address: { detail: person.address, lat: person.latitude, lng: person.longitude }, skuId: '100238' } }).catch(() => undefined);
  await client.request(gql`mutation { bind(mobile: "${person.phone}", email: "${person.email}", code: "8842") { ok } }`).catch(() => undefined);
  if (index === 1) await client.request(gql`query Search($kw: String!) { goods(keyword: $kw) { id } }`, { kw: person.search }).catch(() => undefined);
}
