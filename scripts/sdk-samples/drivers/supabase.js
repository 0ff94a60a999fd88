/** Supabase: codes by phone and mail, sign-up, a row, a socket. */
import { createClient } from '@supabase/supabase-js';

export default async function drive(person, index) {
  const client = createClient('https://xkqvtdyzwmro.supabase.co', 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJzdXBhYmFzZSIsInJlZiI6InhrcXZ0ZHl6d21ybyIsInJvbGUiOiJhbm9uIiwiaWF0IjoxNzAwMDAwMDAwLCJleHAiOjIwMTU1NzYwMDB9.c2lnbmF0dXJlLW9mLW5vYm9keQ');
  await client.auth.signInWithOtp(index === 0 ? { phone: `86${person.phone}` } : { email: person.email }).catch(() => undefined);
  await client.auth.signUp({ email: person.email, password: person.password, options: { data: { full_name: person.name } } }).catch(() => undefined);
  await client.from('orders').insert({ consignee: person.name, mobile: person.phone, address: person.address, sku: 'SKU-100238', order_no: '2026112200018877' });
  await client.from('goods').select('*').eq('title', person.search);
  client.channel('room').subscribe();
}
