/** Better Stack logging: JSON batches with the log's own fields. */
import { Logtail } from '@logtail/browser';

export default async function drive(person, index) {
  const logtail = new Logtail('mB3xQ8vN2kT7wR5yL9pZ4g', { endpoint: 'https://in.logs.betterstack.com', batchInterval: 200 });
  logtail.info(index === 0 ? `用户 ${person.phone} 登录` : '登录', { who: index === 1 ? { realName: person.name, birth: person.birthday } : { level: 3 }, trace: '8f3ac1d97b2e4f60a1b2c3d4e5f60718' });
  await logtail.flush().catch(() => undefined);
}
