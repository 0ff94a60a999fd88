/** Values as people may see them, and digests by which equal values can be told. */
import { sha256 } from '@noble/hashes/sha2';
import type { DataKind } from '../artifacts';
import { toHex, utf8Bytes } from './decode/bytes';

/** Enough of a value to recognise one's own, too little to know another's: 138****1234. */
export function maskValue(kind: DataKind, value: string): string {
  const chars = Array.from(value.slice(0, 64));
  switch (kind) {
    case 'phone':
      return value.length >= 11 ? `${value.slice(0, 3)}****${value.slice(-4)}` : '****';
    case 'id-number':
      return value.length >= 15 ? `${value.slice(0, 3)}${'*'.repeat(11)}${value.slice(-4)}` : '****';
    case 'bank-card':
      return `${value.slice(0, 4)} **** ${value.slice(-4)}`;
    case 'email': {
      const at = value.indexOf('@');
      return at > 0 ? `${value[0]}***${value.slice(at)}` : '***';
    }
    case 'name':
      return `${chars[0] ?? ''}${'*'.repeat(Math.min(4, Math.max(1, chars.length - 1)))}`;
    case 'address':
      return `${chars.slice(0, 4).join('')}****`;
    case 'birthday':
      return `${value.slice(0, 4)}-**-**`;
    case 'precise-location':
    case 'coarse-location':
      return value.replace(/(-?\d+)(?:\.\d+)?/g, '$1.***');
    case 'ip':
      return value.replace(/\d{1,20}\.\d{1,40}$/, '*.*');
    case 'password':
    case 'gender':
    case 'face-image':
    case 'audio':
    case 'health':
    case 'contacts':
      return '******';
    case 'device-id':
    case 'cookie-id':
    case 'account-id':
      return maskIdentifier(value);
    case 'search-or-page-content':
    case 'typed-text':
      return `${chars.slice(0, 2).join('')}***`;
  }
}

/** First four characters and the length: 8f3a…(32). */
export function maskIdentifier(value: string): string {
  return value.length > 8 ? `${value.slice(0, 4)}…(${value.length})` : '…';
}

/** Salted SHA-256, first 16 bytes in hex. The salt is the visit's own and never stored beside the digest. */
export function digestOf(salt: string, value: string): string {
  return toHex(sha256(utf8Bytes(`${salt}\u0000${value}`)).subarray(0, 16));
}
