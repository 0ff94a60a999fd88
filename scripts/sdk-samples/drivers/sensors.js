/** Sensors Analytics: base64 form with checksum by image or fetch, batches, profile of the person. */
import sensors from 'sa-sdk-javascript';

export default async function drive(person, index) {
  sensors.init({ server_url: 'https://collect.sensors-demo.cn/sa?project=production', is_track_single_page: true, send_type: ['image', 'ajax', 'beacon'][index], heatmap: { clickmap: 'default', scroll_notice_map: 'not_collect' }, batch_send: index === 1, show_log: false });
  sensors.quick('autoTrack');
  sensors.login(person.userId);
  sensors.setProfile(index === 0 ? { mobile: person.phone, birthday: person.birthday, gender: person.gender } : { real_name: person.name, email: person.email, openid: person.openid });
  sensors.track('SearchResult', { keyword: person.search, goods_id: '100238', order_no: '2026112200018877' });
}
