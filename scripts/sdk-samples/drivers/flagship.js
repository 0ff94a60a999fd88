/** AB Tasty Flagship: decisions and hits of a visitor with context. */
import { DecisionMode, EventCategory, Flagship, HitType } from '@flagship.io/js-sdk';

export default async function drive(person, index) {
  await Flagship.start('bk87t3jggr10c6l6sdog', '8f3ac1d97b2e4f60a1b2c3d4e5f60718', { decisionMode: DecisionMode.DECISION_API, trackingManagerConfig: { batchIntervals: 1 }, fetchNow: false });
  const visitor = Flagship.newVisitor({ ...(index === 2 ? {} : { visitorId: person.userId }), isAuthenticated: index === 0, hasConsented: true, context: { phone: person.phone, city: '北京' } });
  await visitor.fetchFlags().catch(() => undefined);
  await visitor.sendHit({ type: HitType.EVENT, category: EventCategory.ACTION_TRACKING, action: 'pay', label: index === 1 ? person.email : 'SKU-100238', value: 129 }).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 1_200));
}
