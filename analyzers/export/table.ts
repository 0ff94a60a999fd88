/** Reports as tables that people open in a spreadsheet: one row a site, a finding, a recipient. Pure; texts in one language. */
import type { Lang } from '../artifacts';
import { factsOf } from '../complaint/facts';
import { beijingTime, oneLine, plainAddress } from '../complaint/plain';
import { categoryName } from '../data/categories';
import { citation, inCitationOrder } from '../data/statutes';
import type { Decision } from '../decision';
import { surenessOf } from '../overview';
import type { Finding, SiteReport } from '../report';
import { hasText, translate } from '../../locales/index';
import { ruleTitle } from '../../locales/rule-title';

export type Cell = string | number;

/** A table with a heading line. */
export interface Table {
  name: string;
  columns: { title: string; /** Width in characters of a spreadsheet. */ width: number }[];
  rows: Cell[][];
}

/** A site that is exported: its report, and what the person decided and noted. */
export interface ExportedSite {
  report: SiteReport;
  decisions: readonly Decision[];
  tags: readonly string[];
  /** Rules whose findings are told, but not counted. */
  reportOnly: readonly string[];
}

/** Findings that are exported: what is fine or does not apply is counted in the table of sites. */
const TOLD = ['violation', 'review', 'error'] as const;

const SITE_COLUMNS = [
  ['site', 24], ['operator', 24], ['icp', 18], ['visited', 19], ['suspected', 9], ['doubtful', 9], ['unseen', 9], ['passed', 9], ['worst', 50], ['policy', 40], ['policy-date', 12], ['recipients', 9], ['early', 9], ['tags', 16], ['rules-version', 12],
] as const;
const FINDING_COLUMNS = [
  ['site', 24], ['visited', 19], ['outcome', 10], ['rule', 24], ['title', 30], ['category', 30], ['severity', 8], ['sureness', 8], ['sentence', 60], ['basis', 40], ['proof', 60], ['decision', 10], ['reason', 14], ['note', 30], ['decided', 19], ['rules-version', 12],
] as const;
const RECIPIENT_COLUMNS = [
  ['site', 24], ['owner', 28], ['domain', 24], ['country', 8], ['party', 12], ['role', 12], ['stage', 14], ['kinds', 40], ['form', 10], ['requests', 9], ['first', 24], ['says', 24],
] as const;

/** One row a site. */
export function sitesTable(sites: readonly ExportedSite[], lang: Lang): Table {
  return table('sites', SITE_COLUMNS, lang, sites.map(({ report, decisions, tags, reportOnly }) => {
    const dismissed = new Set(decisions.filter(({ choice }) => choice === 'dismissed').map(({ rule }) => rule));
    const counted = report.findings.filter(({ rule }) => !dismissed.has(rule) && !reportOnly.includes(rule));
    const of = (outcome: Finding['outcome']): Finding[] => (outcome === 'violation' || outcome === 'review' ? counted : report.findings).filter((finding) => finding.outcome === outcome);
    const others = report.flows.filter(({ recipient }) => recipient.party !== 'first');
    const owners = (flows: typeof others): number => new Set(flows.map(({ recipient }) => recipient.owner || recipient.domain)).size;
    const [worst] = [...of('violation'), ...of('review')];
    return [
      report.site, report.operator.name, report.operator.icp, beijingTime(Date.parse(report.startedAt)),
      of('violation').length, of('review').length, of('error').length, of('pass').length, worst ? worst.summary[lang] : '',
      'duties' in report.policy ? plainAddress(report.policy.url, 2_048) : policyProblem(report.policy, lang),
      'duties' in report.policy ? report.policy.facts.date : '',
      owners(others), owners(others.filter(({ stage }) => stage === 'before-choice')), tags.join(translate(lang, 'report.comma')), report.tool.rulesVersion,
    ];
  }));
}

/** One row a finding that somebody should know of, with what was decided about it. */
export function findingsTable(sites: readonly ExportedSite[], lang: Lang): Table {
  return table('findings', FINDING_COLUMNS, lang, sites.flatMap(({ report, decisions, reportOnly }) => {
    const byRule = new Map(decisions.map((decision) => [decision.rule, decision]));
    return TOLD.flatMap((outcome) => report.findings.filter((finding) => finding.outcome === outcome)).map((finding): Cell[] => {
      const decision = byRule.get(finding.rule);
      const counted = finding.outcome === 'error' || !reportOnly.includes(finding.rule);
      return [
        report.site, beijingTime(Date.parse(report.startedAt)),
        translate(lang, counted ? `report.outcome.${finding.outcome}` : 'dashboard.report-only.outcome', { outcome: translate(lang, `report.outcome.${finding.outcome}`) }),
        finding.rule, ruleTitle(finding.rule, lang), categoryName(finding.category)[lang], translate(lang, `dashboard.severity.${finding.severity}`),
        finding.outcome === 'error' ? '' : surenessOf(finding, report), finding.summary[lang], inCitationOrder(finding.basis).map((basis) => citation(basis, lang)).join(lang === 'en' ? '; ' : '；'),
        factsOf(finding, report, lang).join('\n'),
        decision ? translate(lang, `dashboard.decision.${decision.choice}`) : '', decision?.reason ? translate(lang, `report.dismiss.reason.${decision.reason}`) : '', decision?.note ?? '', decision ? beijingTime(decision.at) : '', report.tool.rulesVersion,
      ];
    });
  }));
}

/** One row for what one recipient got in one stage, with what the policy says of it. */
export function recipientsTable(sites: readonly ExportedSite[], lang: Lang): Table {
  return table('recipients', RECIPIENT_COLUMNS, lang, sites.flatMap(({ report }) =>
    report.flows.filter(({ recipient }) => recipient.party !== 'first').map(({ recipient, stage, kinds, form, count, firstAt }): Cell[] => {
      const says = [...new Set((report.practice?.rows ?? []).filter((row) => row.recipient.domain === recipient.domain && kinds.includes(row.kind)).map((row) => row.says))];
      return [
        report.site, recipient.owner || recipient.domain, recipient.domain, recipient.country, translate(lang, `report.party.${recipient.party}`), recipient.role === 'unknown' ? '' : translate(lang, `report.role.${recipient.role}`),
        translate(lang, `report.stage.${stage}`), kinds.map((kind) => translate(lang, `report.kind.${kind}`)).join(translate(lang, 'report.comma')), translate(lang, `report.form.${form}`), count, beijingTime(Date.parse(firstAt)),
        says.map((one) => translate(lang, `dashboard.practice.${one}`)).join(translate(lang, 'report.comma')),
      ];
    })));
}


function policyProblem({ reason, error }: Extract<SiteReport['policy'], { error: string }>, lang: Lang): string {
  return reason && hasText(`report.reason.${reason}`) ? translate(lang, `report.reason.${reason}`) : oneLine(error, 200);
}

function table(name: string, columns: readonly (readonly [string, number])[], lang: Lang, rows: Cell[][]): Table {
  return { name: translate(lang, `dashboard.table.${name}`), columns: columns.map(([id, width]) => ({ title: translate(lang, `dashboard.column.${id}`), width })), rows };
}
