/** Aliyun log service: web tracking in batches. */
import SlsTracker from '@aliyun-sls/web-track-browser';

export default async function drive(person, index) {
  const tracker = new SlsTracker({ host: 'cn-hangzhou.log.aliyuncs.com', project: 'shop-web', logstore: 'trace', time: 1, count: 10, topic: 'page', source: 'web', tags: { tag: 'shop' } });
  tracker.send({ eventType: 'view_product', productName: '阿胶块', price: 129, uid: person.userId, ...(index === 0 ? { mobile: person.phone } : index === 1 ? { mail: person.email } : { openid: person.openid }) });
  tracker.sendBatchLogs?.([{ eventType: 'search', kw: person.search }, { eventType: 'order', order_no: '2026112200018877', receiver: person.name }]);
}
