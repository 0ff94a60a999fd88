/** MQTT packets (OASIS MQTT 3.1.1 and 5.0) as they go over sockets: who connects, and what is published. */
import { isText, looseText } from './bytes';
import { inside, member, type Place } from './place';
import type { Reader } from './reader';

const CONNECT = 1;
const PUBLISH = 3;

/** Reads one packet that is exactly as long as it says; false for any other bytes. */
export function readMqtt(reader: Reader, bytes: Uint8Array, place: Place): boolean {
  const type = bytes[0]! >> 4;
  if ((type !== CONNECT || bytes[0] !== 0x10) && type !== PUBLISH) return false;
  const packet = new Packet(bytes);
  if (packet.number() !== bytes.length - packet.at) return false;
  return type === CONNECT ? readConnect(reader, packet, inside(place, 'mqtt')) : readPublish(reader, packet, (bytes[0]! >> 1) & 3, inside(place, 'mqtt'));
}

function readConnect(reader: Reader, packet: Packet, place: Place): boolean {
  const protocol = packet.text();
  if (protocol !== 'MQTT' && protocol !== 'MQIsdp') return false;
  const version = packet.byte();
  const flags = packet.byte();
  packet.skip(2); // keep alive
  if (version >= 5) packet.skip(packet.number());
  const values: [string, string | undefined][] = [['client_id', packet.text()]];
  if (flags & 4) {
    if (version >= 5) packet.skip(packet.number());
    packet.text(); // topic of the last will
    packet.text();
  }
  if (flags & 128) values.push(['username', packet.text()]);
  if (flags & 64) values.push(['password', packet.text()]);
  for (const [name, value] of values) if (value) reader.value(value, member(place, name));
  return true;
}

function readPublish(reader: Reader, packet: Packet, quality: number, place: Place): boolean {
  const topic = packet.text();
  if (quality === 3 || !topic || /[+#]/.test(topic)) return false;
  if (quality > 0) packet.skip(2); // number of the packet
  reader.value(topic, member(place, 'topic'));
  const payload = packet.rest();
  // Version 5 puts properties first, mostly none: a zero, with which no text begins.
  reader.bytes(payload[0] === 0 ? payload.subarray(1) : payload, member(place, 'payload', ''));
  return true;
}

/** Reads on and on; beyond the end there is nothing. */
class Packet {
  at = 1;

  constructor(private readonly bytes: Uint8Array) {}

  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  skip(count: number): void {
    this.at += count;
  }

  /** A number of one to four bytes, seven bits each. */
  number(): number {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) break;
    }
    return value;
  }

  /** Text behind its length; undefined where it is none. */
  text(): string | undefined {
    const length = this.byte() * 256 + this.byte();
    const bytes = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return bytes.length === length && isText(bytes) ? looseText(bytes) : undefined;
  }

  rest(): Uint8Array {
    return this.bytes.subarray(this.at);
  }
}
