/**
 * The points of 个人信息保护合规审计指引 (annex of 个人信息保护合规审计管理办法, in force 2025-05-01) that an audit looks at, with the rules
 * and duties that show something of them from outside. The guide's wording was not compared with an official copy: points are
 * cited by number and told in our own words (`dashboard.audit.point.<id>`).
 */
import { chineseNumber } from './statutes';

export interface AuditPoint {
  /** `3-4`: item three, point (四); `7`: an item without points, or all of its points together. */
  id: string;
  /** Rules and duties whose findings bear on it; none: only the operator's papers can tell. */
  rules: readonly string[];
  /** Papers are needed even where something is seen from outside. */
  papers: boolean;
}

const seen = (id: string, ...rules: string[]): AuditPoint => ({ id, rules, papers: false });
const partly = (id: string, ...rules: string[]): AuditPoint => ({ id, rules, papers: true });
const inside = (id: string): AuditPoint => ({ id, rules: [], papers: true });

/** In the order of the guide. */
export const AUDIT_POINTS: readonly AuditPoint[] = [
  seen(
    '2-1', 'pre-consent-identifier', 'pre-consent-sharing', 'data-sent-before-submit', 'collection-after-refusal', 'collection-after-withdrawal', 'missing-refusal', 'pre-ticked-consent', 'implied-consent-notice', 'bundled-consent',
    'unequal-choice', 'consent-wall', 'repeated-prompt', 'silent-account-creation', 'undisclosed-session-recording', 'undisclosed-data-kind', 'contradicted-promise', 'flag-implied-consent', 'flag-all-or-nothing',
  ),
  seen('2-2', 'unannounced-policy-change', 'flag-unilateral-change', 'change-notice'),
  seen('2-3', 'typed-data-to-third-party', 'sensitive-field-without-separate-consent', 'face-without-notice', 'sharing-separate-consent', 'sensitive-separate-consent', 'overseas-separate-consent'),
  partly('2-4', 'flag-exceptions-beyond-law'),
  seen('3-1', 'handler-identity', 'handler-contact'),
  seen('3-2', 'data-categories', 'collection-means', 'sdk-list', 'undisclosed-data-kind', 'flag-open-ended-collection'),
  seen(
    '3-3', 'purposes', 'nonessential-required-field', 'excessive-upload-frequency', 'permission-at-load', 'permission-without-purpose', 'batch-permissions', 'forced-location', 'forced-membership', 'forced-follow', 'unskippable-profiling',
    'refusal-without-penalty',
  ),
  seen('3-4', 'retention-period', 'disposal-after-retention'),
  seen('3-5', 'right-access-copy', 'right-portability', 'right-correction', 'right-deletion', 'account-cancellation', 'consent-withdrawal', 'cookies-control'),
  seen('4-1', 'missing-policy', 'dead-policy-link', 'buried-policy', 'sensitive-field-without-notice', 'undisclosed-fingerprinting', 'cookies-disclosed'),
  seen('4-2', 'illegible-policy', 'no-simplified-chinese-policy'),
  inside('4-3'),
  seen('4-4', 'missing-policy', 'dead-policy-link'),
  seen('4-5', 'unannounced-policy-change', 'change-notice', 'policy-date'),
  inside('4-6'),
  inside('5'),
  inside('6-1'),
  partly('6-2', 'entrusted-processing'),
  inside('6-3'),
  partly('7', 'business-transfer'),
  seen('8-1', 'pre-consent-sharing', 'typed-data-to-third-party', 'personal-data-in-referer', 'sharing-separate-consent'),
  seen('8-2', 'undisclosed-recipient', 'recipients-named', 'recipients-detail', 'sdk-list'),
  inside('8-3'),
  inside('9-1'),
  inside('9-2'),
  inside('9-3'),
  partly('9-4', 'right-explanation'),
  seen('9-5', 'automated-decision-opt-out'),
  inside('9-6'),
  partly('10-1', 'published-personal-data', 'public-disclosure'),
  inside('10-2'),
  inside('11'),
  inside('12'),
  seen('13-1', 'sensitive-field-without-separate-consent', 'face-without-notice', 'sensitive-separate-consent'),
  seen('13-2', 'child-without-guardian', 'minors-guardian-consent'),
  partly('13-3', 'face-only-verification', 'nonessential-required-field', 'sensitive-identified'),
  inside('13-4'),
  seen('13-5', 'sensitive-field-without-notice', 'face-without-notice', 'sensitive-necessity-impact'),
  inside('13-6'),
  inside('13-7'),
  seen('14-1', 'minors-dedicated-rules'),
  partly('14-2', 'minors-dedicated-rules', 'minors-guardian-consent'),
  inside('14-3'),
  inside('15-1'),
  partly('15-2', 'undeclared-overseas-transfer', 'overseas-transfer-detail', 'overseas-separate-consent'),
  partly('15-3', 'undeclared-overseas-transfer', 'overseas-transfer-detail'),
  inside('15-4'),
  inside('15-5'),
  partly('16', 'right-deletion', 'disposal-after-retention', 'account-cancellation', 'no-account-deletion-route', 'unreasonable-deletion-condition', 'collection-after-withdrawal'),
  seen('17-1', 'no-account-deletion-route', 'unreasonable-deletion-condition', 'handler-contact', 'complaint-channel', 'right-of-kin'),
  partly('17-2', 'overdue-rights-request', 'response-time'),
  inside('17-3'),
  partly('18-1', 'right-explanation', 'handler-contact'),
  inside('18-2'),
  partly('19', 'complaint-channel'),
  partly('20-1', 'cleartext-sensitive-data', 'security-measures'),
  partly('20-2', 'unmasked-response-data', 'personal-data-in-referer'),
  inside('20-3'),
  inside('21'),
  inside('22-1'),
  seen('22-5', 'officer-contact'),
  inside('23'),
  inside('24'),
  inside('25-1'),
  partly('25-2', 'breach-notice'),
  inside('25-3'),
  inside('26'),
  inside('27'),
];

/** The number of a point as the guide writes it: 三（四）. */
export function pointNumber(id: string): string {
  const [item, point] = id.split('-').map(Number);
  return `${chineseNumber(item!)}${point ? `（${chineseNumber(point)}）` : ''}`;
}
