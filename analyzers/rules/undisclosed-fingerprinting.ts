/** Two or more fingerprint techniques run on the page, and the policy says nothing of device fingerprints. */
import type { FingerprintProbe } from '../artifacts';
import { say as sentence } from '../../locales';
import type { Evidence } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';
import { hasUnreadList, policyEvidence, policyUnready, silenceEvidence, violation } from '../traffic/judging';
import { isExcepted } from '../traffic/recipients';

export const undisclosedFingerprinting: Rule = {
  id: 'undisclosed-fingerprinting',
  category: 'purpose-not-stated',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '17' }, { instrument: 'CRITERIA', article: '二-1' }],
  judge,
};

/** Techniques that draw or sound something only to read it back; the others also serve maps, games and compatibility checks. */
const READS_BACK: ReadonlySet<FingerprintProbe['technique']> = new Set(['canvas', 'audio', 'fonts']);

function judge(context: RuleContext): Verdict {
  const { visit, policy } = context;
  const scripts = byScript(visit.probes);
  const several = scripts.filter((probes) => new Set(probes.map(({ technique }) => technique)).size >= 2);
  if (several.length === 0) {
    const unseen = visit.problems.some(({ kind }) => kind === 'hook-missing' || kind === 'worker-restarted') || visit.exchanges.some(({ seenBy }) => seenBy === 'har');
    return unseen ? { outcome: 'error', say: 'page-unseen' } : { outcome: 'not-applicable' };
  }
  const unready = policyUnready(context);
  if (unready || !policy) return unready ?? { outcome: 'error', say: 'policy-unread' };
  const { says, said } = policy.promises.fingerprinting;
  if (says === 'told') return { outcome: 'pass' };
  const serves = (probes: readonly FingerprintProbe[]) => probes[0]?.scriptHost !== undefined && isExcepted(context.recipientOfHost(probes[0].scriptHost));
  const plain = several.filter((probes) => !serves(probes) && probes.some(({ technique }) => READS_BACK.has(technique)));
  const shown = plain.length > 0 ? plain : several;
  const evidence: Evidence[] = [...shown.flat().slice(0, 8).map(probeEvidence), said ? policyEvidence(said) : silenceEvidence(policy)];
  const techniques = techniqueNames(shown.flat());
  const facts = { techniques, scripts: [...new Set(shown.flat().map(({ scriptHost }) => scriptHost ?? visit.site))].slice(0, 3).join('; ') };
  if (plain.length === 0) return { outcome: 'review', say: several.every(serves) ? 'security' : 'weak', evidence, facts };
  if (says === 'near') return { outcome: 'review', say: 'near', evidence, facts };
  if (hasUnreadList(visit)) return { outcome: 'review', say: 'list-unread', evidence, facts };
  return violation(evidence, facts)!;
}

/** Probes of one script together; those whose script is not known, of one page together. */
function byScript(probes: readonly FingerprintProbe[]): FingerprintProbe[][] {
  const groups = new Map<string, FingerprintProbe[]>();
  for (const probe of probes) {
    const key = probe.scriptHost ?? ` ${probe.pageUrl}`;
    groups.set(key, [...(groups.get(key) ?? []), probe]);
  }
  return [...groups.values()];
}

function techniqueNames(probes: readonly FingerprintProbe[]) {
  const names = [...new Set(probes.map(({ technique }) => technique))].map((technique) => sentence(`rules.undisclosed-fingerprinting.technique-${technique}`));
  return { 'zh-CN': names.map((name) => name['zh-CN']).join('、'), en: names.map(({ en }) => en).join(', ') };
}

function probeEvidence({ technique, pageUrl, at, scriptHost }: FingerprintProbe): Evidence {
  return { kind: 'page-element', url: pageUrl, selector: scriptHost ? `script[src*="${scriptHost}"]` : 'script', text: technique, at, note: sentence('rules.undisclosed-fingerprinting.evidence', { technique: sentence(`rules.undisclosed-fingerprinting.technique-${technique}`), script: scriptHost ?? '?' }) };
}
