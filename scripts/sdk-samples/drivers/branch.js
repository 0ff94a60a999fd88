/** Branch attribution: form bodies with device tokens. */
import branch from 'branch-sdk';

export default async function drive(person, index) {
  branch.init('key_live_kx2mVt4Qw9Zr1Lb7Nc5Hd3Js6Fg0Yak', { no_journeys: true }, () => {
    branch.setIdentity(index === 1 ? person.phone : person.userId, () => undefined);
    branch.logEvent('PURCHASE', { transaction_id: '4200001234202611220987654321', revenue: 129, description: index === 0 ? person.email : 'gift' }, [{ $sku: 'SKU-100238' }], 'alias', () => undefined);
  });
}
