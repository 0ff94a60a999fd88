/** What the readers of single formats need of the whole: a way to hand on what they find. */
import type { Budget } from './limits';
import type { Place } from './place';

export interface Reader {
  readonly budget: Budget;
  /** Whether no more values are kept. */
  readonly isFull: boolean;
  /** A value, and whatever is encoded in it. */
  value(raw: string, place: Place): void;
  /** A whole body or decoded block of text. */
  text(text: string, place: Place): void;
  bytes(bytes: Uint8Array, place: Place): void;
  /** A value as it is. */
  push(value: string, place: Place): void;
  /** As `push`, for a place whose parent, path and key are known but not put together. */
  leaf(value: string, place: Place, parent: string, path: string, key: string): void;
}
