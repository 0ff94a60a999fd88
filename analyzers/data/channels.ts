/** Where a complaint can go. Addresses change: each carries whether it has been checked, and an unchecked one is never used by itself. */
import type { Text } from '../artifacts';
import type { CategoryCode, Finding, InstrumentId } from '../report';
import data from './channels.json';

export interface ChannelEntry {
  kind: 'web' | 'email' | 'phone' | 'wechat';
  value: string;
  /** Seen in a reliable source. An unverified entry is shown with a warning and never put into a link or `mailto:`. */
  verified: boolean;
}

export type ChannelId = 'csac' | '12377' | '12315' | 'telecom' | '12321' | 'police' | '12387' | 'local-cac' | '12345' | 'court' | 'procuratorate';

/** Parts of a complaint text; each channel's template is an order of them. */
export type Section = 'complainant' | 'target' | 'category' | 'history' | 'public' | 'facts' | 'law' | 'request' | 'attachments' | 'statement';

/** Fields of a channel's form, in its order. */
export type FormField = 'name' | 'address' | 'category' | 'complainant' | 'history' | 'request' | 'description';

export interface Channel {
  id: ChannelId;
  /** `first`: to be tried first for some findings · `next`: a step for later, when the first has come to nothing. */
  stage: 'first' | 'next';
  name: Text;
  /** What it takes. */
  scope: Text;
  /** Categories of findings it is fit for. */
  categories: CategoryCode[];
  /** Rules whose findings it takes, whatever their category. */
  rules?: string[];
  /** It takes findings that rest on these instruments. */
  instruments?: InstrumentId[];
  entries: ChannelEntry[];
  /** What it asks of the complainant's identity. */
  identity: Text;
  identityVerified: boolean;
  /** What its form asks for, in words. */
  fields: Text;
  form: FormField[];
  /** By when it answers. */
  time: Text;
  timeVerified: boolean;
  /** Its template; empty where no draft serves (a court). */
  sections: Section[];
}

// The JSON's inferred type has plain strings; a test checks them.
const CHANNELS = data as unknown as Channel[];

/** All channels, the preferred one first. */
export function channels(): readonly Channel[] {
  return CHANNELS;
}

/** A channel by its id. */
export function channelOf(id: ChannelId): Channel {
  return CHANNELS.find((channel) => channel.id === id) ?? CHANNELS[0]!;
}

/** Channels for some findings, the preferred one first; those of the stage `next` come last. */
export function channelsFor(findings: readonly Finding[]): Channel[] {
  const fit = CHANNELS.filter((channel) => findings.some((finding) => takes(channel, finding)));
  return [...fit.filter(({ stage }) => stage === 'first'), ...fit.filter(({ stage }) => stage === 'next')];
}

/** Whether a channel takes a finding. */
export function takes(channel: Channel, finding: Finding): boolean {
  // A person's own observation is wanted there; a fault of a text alone is not taken.
  if (channel.id === '12377' && finding.evidence.every(({ kind }) => kind === 'policy-text')) return false;
  return (
    channel.categories.includes(finding.category) ||
    (channel.rules?.includes(finding.rule) ?? false) ||
    finding.basis.some(({ instrument }) => channel.instruments?.includes(instrument) ?? false)
  );
}

/** An address for `mailto:`, only where a verified e-mail entry exists. */
export function mailtoOf(channel: Channel): string | undefined {
  return channel.entries.find((entry) => entry.kind === 'email' && entry.verified)?.value;
}

/** An address to open in the browser, only where a verified https entry exists. */
export function websiteOf(channel: Channel): string | undefined {
  return channel.entries.find((entry) => entry.kind === 'web' && entry.verified && entry.value.startsWith('https://'))?.value;
}
