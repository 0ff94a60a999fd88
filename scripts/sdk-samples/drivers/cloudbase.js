/** CloudBase of Tencent Cloud: codes, anonymous log-in, a function called. */
import cloudbase from '@cloudbase/js-sdk';

export default async function drive(person, index) {
  const app = cloudbase.init({ env: 'shop-8g3ac1d97b2e4f60', region: 'ap-shanghai' });
  const auth = app.auth();
  await Promise.race([index === 0 ? auth.getVerification({ phone_number: `+86 ${person.phone}` }) : auth.getVerification({ email: person.email }), new Promise((resolve) => setTimeout(resolve, 700))]).catch(() => undefined);
  await Promise.race([auth.signInAnonymously(), new Promise((resolve) => setTimeout(resolve, 700))]).catch(() => undefined);
  await Promise.race([app.callFunction({ name: 'order', data: { realName: person.name, idCard: person.idNumber, phone: person.phone } }), new Promise((resolve) => setTimeout(resolve, 700))]).catch(() => undefined);
}
