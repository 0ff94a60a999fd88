/** Google Analytics measurement protocol. */
import galite from 'ga-lite';

export default async function drive(person, index) {
  galite('create', 'UA-12345678-1', 'auto');
  if (index === 0) galite('set', 'userId', person.userId);
  if (index === 2) galite('set', 'dimension1', person.email);
  galite('send', 'pageview');
  galite('send', 'event', 'cart', 'add', 'SKU-100238', 129);
}
