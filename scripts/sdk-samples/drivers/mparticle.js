/** mParticle: a customer data platform's identities, attributes and events. */
import mParticle from '@mparticle/web-sdk';

export default async function drive(person, index) {
  const api = mParticle.default ?? mParticle;
  const identities = index === 0 ? { customerid: person.userId, email: person.email } : index === 1 ? { customerid: person.userId, mobile_number: person.phone } : { other: person.openid };
  window.mParticle = { config: { isDevelopmentMode: true, identifyRequest: { userIdentities: identities } } };
  api.init('us1-8f3ac1d97b2e4f60a1b2c3d4e5f60718', window.mParticle.config);
  await new Promise((resolve) => setTimeout(resolve, 500));
  api.Identity.getCurrentUser()?.setUserAttribute('$FirstName', person.name);
  api.logPageView('商品页', { path: '/goods' });
  api.logEvent('Order Submitted', 8, { order_no: '2026112200018877', price: 129 });
  api.upload();
}
