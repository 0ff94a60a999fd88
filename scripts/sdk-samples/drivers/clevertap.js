/** CleverTap: the person's profile and events, lz-string in a query. */
import clevertap from 'clevertap-web-sdk';

export default async function drive(person, index) {
  clevertap.init('R65-ZKR-8W7Z', 'sg1');
  clevertap.spa = true;
  clevertap.onUserLogin.push({ Site: index === 0 ? { Name: person.name, Identity: person.userId, Email: person.email } : { Identity: person.userId, Phone: `+86${person.phone}`, Gender: person.gender === '男' ? 'M' : 'F' } });
  clevertap.event.push('Product viewed', { 'Product name': '阿胶块', Price: 129, order_no: '2026112200018877' });
}
