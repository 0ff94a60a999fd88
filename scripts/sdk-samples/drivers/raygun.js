/** Raygun: crash reports and real-user monitoring with the user's identity. */
import raygun from 'raygun4js';

export default async function drive(person, index) {
  raygun('apiKey', 'mB3xQ8vN2kT7wR5yL9pZ4g');
  raygun('enableCrashReporting', true);
  raygun('enablePulse', true);
  raygun('setUser', index === 0 ? { identifier: person.userId, isAnonymous: false, email: person.email, fullName: person.name } : index === 1 ? { identifier: person.phone, isAnonymous: false } : { isAnonymous: true });
  raygun('send', { error: new Error('支付失败'), customData: { order: '2026112200018877' } });
  raygun('trackEvent', { type: 'pageView', path: '/goods' });
}
