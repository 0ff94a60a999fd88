/** OpenPanel: typed envelopes for identify and track. */
import { OpenPanel } from '@openpanel/web';

export default async function drive(person, index) {
  const op = new OpenPanel({ apiUrl: 'https://api.openpanel.dev', clientId: '0c7b2c3e-3b0e-4a51-9a53-6a9b4f1e2d10', trackScreenViews: true, trackOutgoingLinks: true });
  if (index !== 2) op.identify({ profileId: person.userId, firstName: person.name.slice(1), lastName: person.name[0], email: person.email, properties: { tel: index === 0 ? person.phone : '' } });
  op.track('add_cart', { sku: 'SKU-100238', release: '3.14.159' });
}
