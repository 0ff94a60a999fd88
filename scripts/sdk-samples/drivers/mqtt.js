/** MQTT over a socket, as devices and chats use it: binary frames that hold JSON. */
import mqtt from 'mqtt';

export default async function drive(person, index) {
  const client = mqtt.connect('wss://mqtt.shop-iot.cn/mqtt', { clientId: index === 0 ? `web_${person.userId}` : 'web_9c3f0b7e2d41a65b', username: index === 1 ? person.phone : 'shop', password: 'guest', protocolVersion: index === 2 ? 5 : 4, reconnectPeriod: 0 });
  // Nobody answers, so what would follow is written as soon as the socket stands.
  await new Promise((resolve) => setTimeout(resolve, 600));
  client.stream?.write?.(packet(`shop/${person.userId}/order`, JSON.stringify({ consignee: person.name, tel: person.phone, sku: 'SKU-100238', lat: person.latitude, lng: person.longitude })));
}

function packet(topic, payload) {
  const bytes = new TextEncoder();
  const name = bytes.encode(topic);
  const body = bytes.encode(payload);
  const length = 2 + name.length + body.length;
  return new Uint8Array([0x30, (length % 128) | 0x80, length >> 7, name.length >> 8, name.length & 255, ...name, ...body]);
}
