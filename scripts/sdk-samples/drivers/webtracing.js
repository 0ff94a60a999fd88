/** Web-tracing, a recorder common on Chinese sites: base information and event lists. */
import * as tracing from '@web-tracing/core';

export default async function drive(person, index) {
  tracing.init({ dsn: 'https://trace.shop-stat.cn/trackweb', appName: 'shop', appCode: 'shop-h5', appVersion: '3.14.159', userUuid: person.userId, debug: false, pv: true, performance: true, error: true, event: true, cacheMaxLength: 1, cacheWatingTime: 300, ext: index === 1 ? { phone: person.phone } : {} });
  tracing.traceCustomEvent?.({ eventId: 'buy', title: '提交订单', params: { orderNo: '2026112200018877', ...(index === 0 ? { receiver: person.name, address: person.address } : {}) } });
}
