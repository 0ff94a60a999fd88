/** Coralogix: monitoring with the person's context. */
import { CoralogixRum } from '@coralogix/browser';

export default async function drive(person, index) {
  CoralogixRum.init({ application: 'shop', environment: 'production', public_key: 'cxtp_8f3ac1d97b2e4f60', coralogixDomain: 'AP1', version: '1.0.3', sessionRecordingConfig: { enable: false }, user_context: { user_id: person.userId, user_name: person.name, user_email: person.email, user_metadata: index === 1 ? { phone: person.phone } : { vip: '1' } } });
  CoralogixRum.log('info', '下单', { order_no: '2026112200018877', address: index === 2 ? person.address : '' });
  CoralogixRum.captureError(new Error('库存不足'));
}
