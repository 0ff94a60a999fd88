/** Moesif: web calls of the page are reported with their bodies. */
import moesif from 'moesif-browser-js';

export default async function drive(person, index) {
  const api = moesif.default ?? moesif;
  api.init({ applicationId: 'eyJhcHAiOiIxOTg6NDUxIiwidmVyIjoiMi4wIiwib3JnIjoiNjQwOjEyOCIsImlhdCI6MTU3MDQ5MjgwMH0', batchEnabled: false, callEndpoint: 'https://api.moesif.net' });
  api.start();
  api.identifyUser(person.userId, index === 0 ? { email: person.email, firstName: person.name.slice(1), lastName: person.name.slice(0, 1) } : { phone: person.phone });
  api.track('clicked_pay', { price: 129, order: '2026112200018877' });
  await fetch('/api/address', { method: 'POST', body: JSON.stringify({ receiver: person.name, addr: person.address, goods: 'SKU-100238' }), headers: { 'content-type': 'application/json' } });
}
