import { describe, expect, it } from 'vitest';
import { CATEGORY_ORDER } from '../../../analyzers/report';
import type { Finding } from '../../../analyzers/report';
import { RULES } from '../../../analyzers/rules';
import { instrumentOf } from '../../../analyzers/data/statutes';
import { channels, channelsFor, mailtoOf, websiteOf } from '../../../analyzers/data/channels';

describe('complaint channels', () => {
  const finding = (category: Finding['category'], over: Partial<Finding> = {}): Finding => ({
    rule: 'x', outcome: 'violation', category, severity: 'high', basis: [{ instrument: 'PIPL', article: '6' }], summary: { 'zh-CN': '', en: '' },
    evidence: [{ kind: 'page-element', url: 'https://a.cn/', selector: 'p', text: '', at: 0 }], ...over,
  });
  const first = (...findings: Finding[]) => channelsFor(findings).filter(({ stage }) => stage === 'first').map(({ id }) => id);

  it('offer the Cyber Security Association first for each official category', () => {
    for (const category of CATEGORY_ORDER) if (category !== 'incidental') expect(channelsFor([finding(category)])[0]?.id).toBe('csac');
    expect(first(finding('rules-not-published'))).toEqual(['csac']);
  });

  it('are chosen by the kind of finding', () => {
    expect(first(finding('not-necessary', { rule: 'nonessential-required-field' }))).toEqual(['csac', '12315']);
    expect(first(finding('no-consent', { basis: [{ instrument: 'CONSUMER-REG', article: '23' }] }))).toEqual(['csac', '12315']);
    expect(first(finding('incidental', { rule: 'uncloseable-overlay' }))).toEqual(['12377', 'telecom']);
    expect(first(finding('shared-without-consent', { rule: 'published-personal-data' }))).toEqual(['csac', '12377', '12321', 'police']);
    expect(first(finding('incidental', { rule: 'unmasked-response-data' }))).toContain('12387');
    expect(first(finding('no-consent'))).toEqual(['csac']);
  });

  it('of the cyberspace administration are not offered for the wording of a text alone', () => {
    const worded = finding('shared-without-consent', { evidence: [{ kind: 'policy-text', url: 'https://a.cn/p', sha256: '0' }] });
    expect(first(worded)).toEqual(['csac']);
  });

  it('name court and prosecutor as later steps, never first', () => {
    const later = channelsFor([finding('shared-without-consent')]).filter(({ stage }) => stage === 'next').map(({ id }) => id);
    expect(later).toEqual(['local-cac', '12345', 'court', 'procuratorate']);
  });

  it('name only rules, instruments and categories that exist', () => {
    const rules = new Set(RULES.map(({ id }) => id));
    for (const channel of channels()) {
      for (const rule of channel.rules ?? []) expect(rules.has(rule), `${channel.id}: ${rule}`).toBe(true);
      for (const instrument of channel.instruments ?? []) expect(() => instrumentOf(instrument)).not.toThrow();
      for (const category of channel.categories) expect(CATEGORY_ORDER).toContain(category);
    }
  });

  it('never give an unverified address for a mail or a link', () => {
    for (const channel of channels()) {
      for (const address of [mailtoOf(channel), websiteOf(channel)]) {
        if (address !== undefined) expect(channel.entries.find(({ value }) => value === address)?.verified).toBe(true);
      }
    }
    expect(mailtoOf(channels()[0]!)).toBeUndefined();
  });

  it('have at least one verified way each, or say of all that they are not', () => {
    for (const { id, entries } of channels()) if (!['telecom', 'court', 'procuratorate'].includes(id)) expect(entries.some(({ verified }) => verified), id).toBe(true);
  });
});
