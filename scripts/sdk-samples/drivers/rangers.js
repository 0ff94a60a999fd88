/** ByteDance DataRangers: event lists with user and header blocks. */
import SDK from '@datarangers/sdk-javascript';

export default async function drive(person, index) {
  SDK.init({ app_id: 10000123, channel: 'cn', channel_domain: 'https://mcs.volceapplog.com', log: false, disable_auto_pv: false });
  SDK.config({ user_unique_id: index === 2 ? undefined : person.userId, mobile: index === 0 ? person.phone : undefined, user_email: index === 1 ? person.email : undefined });
  SDK.start();
  SDK.event('view_goods', { goods_id: '7301234567890123456', price: 129, order: '2026112200018877' });
}
