/** Recipients outside mainland China. */
import type { FlowRecipient } from '../report';

/**
 * Whether the owner is known to be outside mainland China; Hong Kong, Macao and Taiwan count as outside (出境, 数据出境安全评估办法).
 * An unknown country says nothing.
 */
export function isAbroad({ country, party }: FlowRecipient): boolean {
  return party !== 'first' && country !== '' && country !== 'CN';
}
