/** ARMS of Alibaba Cloud, its older logger: page view, speed, an error, a custom sum by image and query. */
import BrowserLogger from 'alife-logger';

export default async function drive(person, index) {
  const logger = BrowserLogger.singleton({ pid: 'ckx2vt4qw9@8f3ac1d97b2e4f6', appType: 'web', imgUrl: 'https://arms-retcode.aliyuncs.com/r.png?', uid: index === 0 ? person.userId : undefined, tag: index === 1 ? person.phone : 'goods', sendResource: false, enableSPA: true, behavior: true });
  logger.setConfig({ username: index === 2 ? person.email : person.name });
  logger.sum('order');
  logger.custom({ key: 'biz', msg: 'info' });
  logger.error(new Error('库存不足'), { filename: 'goods.js', lineno: 10, colno: 15, c1: person.search });
}
