/** An auditor's working sheet: the points of the audit guide, what was seen of each from outside, what to ask the operator for. */
import type { Lang } from '../artifacts';
import { AUDIT_POINTS, pointNumber, type AuditPoint } from '../data/audit-guide';
import type { Decision } from '../decision';
import type { Finding, SiteReport } from '../report';
import { hasText, translate } from '../../locales/index';
import { ruleTitle } from '../../locales/rule-title';
import type { Cell, ExportedSite, Table } from './table';

/** What is seen of a point from outside. Nothing seen amiss is not conformity: the auditor concludes. */
export type PointState = 'suspected' | 'doubtful' | 'nothing-seen' | 'unseen' | 'not-applicable' | 'ask';

export interface AuditLine {
  point: AuditPoint;
  state: PointState;
  /** Findings that bear on the point, the worst first; dismissed ones are left out. */
  findings: Finding[];
}

const RANK: readonly Finding['outcome'][] = ['violation', 'review', 'error', 'pass', 'not-applicable'];
const STATES: Record<Finding['outcome'], PointState> = { violation: 'suspected', review: 'doubtful', error: 'unseen', pass: 'nothing-seen', 'not-applicable': 'not-applicable' };

/** The sheet of one site, in the order of the guide. */
export function auditLines(report: SiteReport, decisions: readonly Decision[]): AuditLine[] {
  const dismissed = new Set(decisions.filter(({ choice }) => choice === 'dismissed').map(({ rule }) => rule));
  const byRule = new Map(report.findings.filter(({ rule }) => !dismissed.has(rule)).map((finding) => [finding.rule, finding]));
  return AUDIT_POINTS.map((point) => {
    const findings = point.rules.flatMap((rule) => byRule.get(rule) ?? []).sort((a, b) => RANK.indexOf(a.outcome) - RANK.indexOf(b.outcome));
    const [worst] = findings;
    return { point, findings, state: worst ? STATES[worst.outcome] : point.rules.length > 0 ? 'unseen' : 'ask' };
  });
}

const COLUMNS = [['site', 24], ['point', 10], ['examined', 44], ['state', 14], ['seen', 60], ['ask', 40], ['conclusion', 24]] as const;

/** The sheets of some sites below each other; the last column is the auditor's. */
export function auditSheet(sites: readonly ExportedSite[], lang: Lang): Table {
  const rows = sites.flatMap(({ report, decisions }) =>
    auditLines(report, decisions).map(({ point, state, findings }): Cell[] => [
      report.site,
      pointNumber(point.id),
      translate(lang, `dashboard.audit.point.${point.id}`),
      translate(lang, `dashboard.audit.state.${state}`),
      findings.filter(({ outcome }) => outcome === 'violation' || outcome === 'review').map((finding) => `${ruleTitle(finding.rule, lang)}${translate(lang, 'dashboard.colon')}${finding.summary[lang]}`).join('\n'),
      point.papers ? translate(lang, hasText(`dashboard.audit.papers.${point.id}`) ? `dashboard.audit.papers.${point.id}` : 'dashboard.audit.papers.any') : '',
      '',
    ]),
  );
  return { name: translate(lang, 'dashboard.table.audit'), columns: COLUMNS.map(([id, width]) => ({ title: translate(lang, `dashboard.column.${id}`), width })), rows };
}
