/** Application Insights: envelopes with user and session tags. */
import { ApplicationInsights } from '@microsoft/applicationinsights-web';

export default async function drive(person, index) {
  const insights = new ApplicationInsights({ config: { connectionString: 'InstrumentationKey=5f0c2e9a-71b3-4d8e-9a6f-3c2b1a0d9e8f;IngestionEndpoint=https://eastasia-0.in.applicationinsights.azure.com/', maxBatchInterval: 300, disableFetchTracking: true } });
  insights.loadAppInsights();
  if (index !== 2) insights.setAuthenticatedUserContext(index === 0 ? person.email.replace('@', '_at_') : person.userId);
  insights.trackPageView();
  insights.trackEvent({ name: 'buy' }, { sku: 'SKU-100238', ...(index === 1 ? { mobile: person.phone } : {}) });
  insights.flush();
}
