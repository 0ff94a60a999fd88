/** Flagsmith: flags of an identity with its traits. */
import flagsmith from 'flagsmith';

export default async function drive(person, index) {
  await flagsmith.init({ environmentID: 'mB3xQ8vN2kT7wR5yL9pZ', api: 'https://edge.flagsmith-demo.cn/api/v1/', enableAnalytics: true, identity: index === 0 ? person.email : person.userId, traits: index === 1 ? { phone: person.phone, city: '上海' } : { birthday: person.birthday, vip: true } }).catch(() => undefined);
  flagsmith.getValue('new_price');
  await flagsmith.setTrait('real_name', person.name).catch(() => undefined);
}
