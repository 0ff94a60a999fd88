/** Where a complaint can go. Addresses change: each carries whether it has been checked, and an unchecked one is never used by itself. */
import type { Text } from '../artifacts';
import type { CategoryCode } from '../report';
import data from './channels.json';

export interface ChannelEntry {
  kind: 'web' | 'email' | 'phone' | 'wechat';
  value: string;
  /** Seen in a reliable source. An unverified entry is shown with a warning and never put into a link or `mailto:`. */
  verified: boolean;
}

export interface Channel {
  id: 'csac' | '12377' | '12315' | '12321';
  name: Text;
  /** What it takes. */
  scope: Text;
  /** Categories of findings it is fit for. */
  categories: CategoryCode[];
  entries: ChannelEntry[];
  /** What it asks of the complainant's identity. */
  identity: Text;
  identityVerified: boolean;
  /** What its form asks for. */
  fields: Text;
}

const CHANNELS = data as Channel[];

/** All channels, the preferred one first. */
export function channels(): readonly Channel[] {
  return CHANNELS;
}

/** Channels that take at least one of these categories, the preferred one first. */
export function channelsFor(categories: readonly CategoryCode[]): Channel[] {
  return CHANNELS.filter((channel) => channel.categories.some((category) => categories.includes(category)));
}

/** An address for `mailto:`, only where a verified e-mail entry exists. */
export function mailtoOf(channel: Channel): string | undefined {
  return channel.entries.find((entry) => entry.kind === 'email' && entry.verified)?.value;
}

/** An address to open in the browser, only where a verified https entry exists. */
export function websiteOf(channel: Channel): string | undefined {
  return channel.entries.find((entry) => entry.kind === 'web' && entry.verified && entry.value.startsWith('https://'))?.value;
}
