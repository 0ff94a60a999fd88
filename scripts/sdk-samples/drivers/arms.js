/** Alibaba Cloud ARMS RUM: batches with session, user and view. */
import rum from '@arms/rum-browser';

export default async function drive(person, index) {
  const sdk = rum.default?.init ? rum.default : rum;
  sdk.init({ pid: 'gxkq2m7h@5f0c2e9a71b34d8', endpoint: 'https://gxkq2m7h-default-cn.rum.aliyuncs.com', env: 'prod', spaMode: 'hash', version: '3.14.159', user: index === 1 ? { id: person.userId, name: person.name, tags: person.phone } : { id: person.userId } });
  sdk.sendCustom({ name: 'buy', type: 'cart', group: 'SKU-100238', value: 129 });
  sdk.sendException({ name: 'Timeout', message: '接口超时', file: 'app.8f3ac1d9.js', line: 10, column: 2 });
}
