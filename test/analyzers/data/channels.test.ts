import { describe, expect, it } from 'vitest';
import { channels, channelsFor, mailtoOf, websiteOf } from '../../../analyzers/data/channels';

describe('complaint channels', () => {
  it('offer the Cyber Security Association first for each official category', () => {
    expect(channelsFor(['shared-without-consent'])[0]?.id).toBe('csac');
    expect(channelsFor(['rules-not-published']).map(({ id }) => id)).toEqual(['csac']);
  });

  it('never give an unverified address for a mail or a link', () => {
    for (const channel of channels()) {
      for (const address of [mailtoOf(channel), websiteOf(channel)]) {
        if (address !== undefined) expect(channel.entries.find(({ value }) => value === address)?.verified).toBe(true);
      }
    }
    expect(mailtoOf(channels()[0]!)).toBeUndefined();
  });

  it('have at least one verified way each', () => {
    for (const { id, entries } of channels()) expect(entries.some(({ verified }) => verified), id).toBe(true);
  });
});
