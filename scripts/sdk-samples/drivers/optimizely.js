/** Optimizely: experiments by user id with attributes. */
import { createBatchEventProcessor, createInstance, createStaticProjectConfigManager, createForwardingEventProcessor } from '@optimizely/optimizely-sdk';

const DATAFILE = { version: '4', rollouts: [], typedAudiences: [], anonymizeIP: false, projectId: '15095380001', variables: [], featureFlags: [], attributes: [{ id: '1', key: 'email' }, { id: '2', key: 'city' }, { id: '3', key: 'phone' }], accountId: '12123048', layers: [], revision: '11', audiences: [], groups: [], botFiltering: false, sendFlagDecisions: true, events: [{ id: '15', key: 'pay', experimentIds: ['11'] }],
  experiments: [{ id: '11', key: 'price', status: 'Running', layerId: '7', audienceIds: [], forcedVariations: {}, variations: [{ id: '1', key: 'a', variables: [], featureEnabled: true }], trafficAllocation: [{ entityId: '1', endOfRange: 10000 }] }] };

export default async function drive(person, index) {
  const client = createInstance({ projectConfigManager: createStaticProjectConfigManager({ datafile: JSON.stringify(DATAFILE) }), eventProcessor: index === 0 ? createForwardingEventProcessor() : createBatchEventProcessor({ batchSize: 2, flushInterval: 500 }) });
  await client.onReady?.({ timeout: 500 }).catch(() => undefined);
  const user = client.createUserContext(index === 2 ? person.email : person.userId, { city: '北京', ...(index === 0 ? { email: person.email } : { phone: person.phone }) });
  user.decide?.('price');
  client.activate?.('price', user.getUserId(), user.getAttributes());
  user.trackEvent('pay', { revenue: 12900, order_no: '2026112200018877' });
}
