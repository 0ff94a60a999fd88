/** Clickstream Analytics of AWS: events with the person's attributes, in batches. */
import { ClickstreamAnalytics, SendMode } from '@aws/clickstream-web';

export default async function drive(person, index) {
  ClickstreamAnalytics.init({ appId: 'shop_web', endpoint: 'https://collect.clickstream-demo.cn/collect', sendMode: index === 0 ? SendMode.Immediate : SendMode.Batch, sendEventsInterval: 800 });
  ClickstreamAnalytics.setUserId(person.userId);
  ClickstreamAnalytics.setUserAttributes(index === 0 ? { _user_name: person.name, phone: person.phone } : { email: person.email, birthday: person.birthday });
  ClickstreamAnalytics.record({ name: 'add_to_cart', attributes: { sku: 'SKU-100238', order_no: '2026112200018877', keyword: person.search } });
}
