/**
 * Labels recordings: which planted values and which identifiers of the browser stand in each request. It unpacks with tools of its own
 * (Node's zlib, plain text search), not with the product's decoder, and knows from reading each SDK's requests which of its numbers
 * last beyond a session. Usage: `npx tsx scripts/sdk-samples/label.ts IN.jsonl OUT.jsonl.gz`
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { constants, gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import LzString from 'lz-string';
import type { DataKind } from '../../analyzers/artifacts';
import { PERSONS, type Person } from './persons';
import type { LabelledSample, RawSample } from './sample';

/** Names under which each SDK sends a number that it keeps beyond the session, with the shape of a filled value. */
const LASTING: Record<string, RegExp> = {
  adjust: /web_uuid=[\w-]{30}/, aegis: /[?&]aid=[\w-]{30}/, amplitude: /"device_id":"[\w-]{30}/, appinsights: /"ai\.user\.id":"\S{10}/,
  arms: /"id":"uid_\w{10}/, bugsnag: /"device":\{[^}]*"id":"\w{20}|"id":"cmw/, clarity: /^\{"e":\["[\d.]+",\d+,\d+,\d+,"\w+","[a-z0-9]{5,}"/, easemob: /webim_web_\d{10}/,
  fingerprint: /visitorId"|fp=[0-9a-f]{32}|deviceFingerprint"/, galite: /[?&]cid=[\d.]{20}/, jitsu: /"anonymousId":"[\w-]{30}/, leancloud: /"installationId":"/,
  mixpanel: /"\$device_id":"[\w-]{30}/, posthog: /"\$device_id":"[\w-]{30}|\$anon_distinct_id":"[\w-]{30}/, rangers: /"web_id":"\d{10}/, rrweb: /"visitor_id":"/,
  segment: /"anonymousId":"[\w-]{30}/, sensors: /"(distinct_id|anonymous_id|\$identity_cookie_id)":"[\w-]{40}/, singular: /[?&]sdid=[\w-]{30}/, snowplow: /(duid=|"duid":")[\w-]{30}/,
  thumbmark: /browser_fingerprint":"[0-9a-f]{32}/, webtracing: /"deviceId":"t_/,
  braze: /"device_id":"[\w-]{30}/, customerio: /"anonymousId":"[\w-]{30}/, datadog: /"anonymous_id":"[\w-]{30}/, datadoglogs: /"anonymous_id":"[\w-]{30}/, hightouch: /"anonymousId":"[\w-]{30}/,
  launchdarkly: /"anonymous":true,"key":"[\w-]{30}|"key":"[\da-f-]{36}","(kind|anonymous)/, leanplum: /"deviceId":"\w{16}/, nim: /deviceId"?[=:]"?[\da-f]{32}| [\da-f]{32} 45c6af/, statsig: /"stableID":"[\w-]{30}/,
  usermaven: /"anonymous_id":"\w{10}"/,
  alife: /[?&]uid=[A-Za-z0-9]{28}/, castle: /__cuid=[\da-f]{32}/, clickstream: /"device_id":"[\w-]{30}/, cloudbase: /^[\da-f]{32}$/, coralogix: /"fingerPrint":"[\w-]{36}/, elasticbehavior: /"user":\{"id":"[\w-]{36}/,
  devcycle: /user_id"?[=:]"?[\da-f-]{36}/, flagship: /"(visitorId|anonymousId|vid|fs_users)":"[\da-f-]{36}/, parse: /"_InstallationId":"[\w-]{36}/, splunk: /anonymous_?id"?[=:]"?[\da-f]{32}/i,
  insights: /"userToken":"anonymous-[\w-]{36}/, moesif: /anonymous_id"?[=:]"?[\w-]{36}/, mparticle: /"(device_application_stamp|mp_deviceid)":"[\w-]{30}/, pubnub: /uuid=web-[\w-]{36}/,
};

const [input, output] = process.argv.slice(2);
if (!input || !output) throw new Error('usage: label.ts IN.jsonl OUT.jsonl.gz');
const samples = readFileSync(input, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as RawSample);
const labelled = samples.map((sample): LabelledSample => ({ ...sample, kinds: kindsOf(sample) }));
writeFileSync(output, gzipSync(labelled.map((sample) => `${JSON.stringify(sample)}\n`).join(''), { level: 9 }));
for (const sample of labelled) console.log(sample.sdk, sample.person, sample.url.split('?', 1)[0], sample.kinds.join(' '));

function kindsOf(sample: RawSample): DataKind[] {
  const texts = [sample.url, ...Object.values(sample.headers), bodyText(sample)].flatMap((text) => expanded(text));
  const holds = (wanted: string) => texts.some((text) => text.includes(wanted));
  const person = PERSONS[sample.person]!;
  const kinds = Object.entries(planted(person)).filter(([, values]) => values.some(holds)).map(([kind]) => kind as DataKind);
  if (holds(String(person.latitude)) && holds(String(person.longitude))) kinds.push('precise-location');
  if (texts.some((text) => new RegExp(`(gender|sex)"?[:=]"?(${person.gender}|[MF]")`, 'i').test(text))) kinds.push('gender');
  // Given and family name in two fields.
  if (holds(`"firstName":"${person.name.slice(1)}"`) || holds(`"first_name":"${person.name.slice(1)}"`)) kinds.push('name');
  if (holds('name="facePhoto"')) kinds.push('face-image');
  if (texts.some((text) => LASTING[sample.sdk]?.test(text))) kinds.push('device-id');
  return [...new Set(kinds)].sort();
}

function planted(person: Person): Partial<Record<DataKind, string[]>> {
  return {
    phone: [person.phone], email: [person.email, createHash('sha256').update(person.email).digest('hex')], name: [person.name], 'id-number': [person.idNumber], 'bank-card': [person.card],
    address: [person.address], birthday: [person.birthday], 'account-id': [`"${person.userId}"`, `=${person.userId}`, `\t${person.userId}`, `u${person.userId}`, `user${person.userId}`, `${String.fromCharCode(person.userId.length)}${person.userId}`, person.openid, `  ${person.userId}`, `user-${person.userId}`, `user_${person.userId}`, `web_${person.userId}`, `/${person.userId}/`, `/memberships/${person.userId}`, ` ${person.userId} `, `userId:${person.userId}`, Buffer.from(person.userId).toString('base64'), person.email.replace('@', '_at_')],
    'search-or-page-content': [person.search], password: [person.password],
  };
}

function bodyText({ body }: RawSample): string {
  if (!body) return '';
  const bytes = Buffer.from(body, 'base64');
  for (const unpack of [gunzipSync, inflateSync]) {
    try {
      return unpack(bytes).toString();
    } catch {
      // Not packed this way.
    }
  }
  return `${bytes.toString()}${segmentText(bytes)}`;
}

/** What a recorder puts into a form as a zlib stream that was flushed, not ended. */
function segmentText(bytes: Buffer): string {
  const start = bytes.indexOf('\r\n\r\n') + 4;
  if (!bytes.subarray(0, 2).equals(Buffer.from('--')) || start < 4 || bytes[start] !== 0x78) return '';
  return inflateSync(bytes.subarray(start, bytes.indexOf('\r\n------', start)), { finishFlush: constants.Z_SYNC_FLUSH }).toString();
}

/** A text and whatever is written in it in percent escapes, base64, gzip, lz-string or script escapes. */
function expanded(text: string, depth = 0): string[] {
  if (depth > 5) return [text];
  const found = [text];
  if (/%[0-9a-f]{2}/i.test(text)) {
    try {
      found.push(...expanded(decodeURIComponent(text.replace(/\+/g, ' ')), depth + 1), ...expanded(decodeURIComponent(text), depth + 1));
    } catch {
      // Escapes that are none.
    }
    return found;
  }
  const tokens = [...(text.match(/[\w+/-]{16,}={0,2}/g) ?? []), ...(text.match(/[\w-]{16,}={0,2}/g) ?? [])];
  // Some write base64 from its end.
  if (/^={0,2}[\w+/]{40,}$/.test(text)) tokens.push([...text].reverse().join(''));
  for (const token of new Set(tokens)) {
    const bytes = Buffer.from(token, 'base64');
    const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes).toString() : bytes.toString();
    // eslint-disable-next-line no-control-regex -- text has none of these
    if (plain.length >= 8 && !/[\u0000-\u0008\ufffd]/.test(plain)) found.push(...expanded(plain, depth + 1));
    else if (token.length > 200) {
      const unpacked = LzString.decompressFromBase64(token);
      if (unpacked?.startsWith('{')) found.push(...expanded(unpacked, depth + 1));
    }
  }
  if (text.includes('\\')) found.push(...expanded(text.replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))).replace(/\\"/g, '"'), 6));
  return found;
}
