/** A run as JUnit XML, the form every build server shows: one suite a site, one case a rule. */
import { citation } from '../../analyzers/data/statutes';
import type { Lang } from '../../analyzers/artifacts';
import type { Finding } from '../../analyzers/report';
import { translate } from '../../locales/cli';
import { placeOf, proofOf } from '../audit/findings';
import type { AuditReport } from '../audit/verdict';
import { isKnown } from './baseline';
import type { Baseline } from './baseline';

/** Suspected violations are failures, known ones and those a person must look at are skipped with their reason, what could not be looked at is an error. */
export function toJunit(reports: readonly AuditReport[], { lang, baseline }: { lang: Lang; baseline?: Baseline }): string {
  const suites = reports.map((report) => {
    const cases = report.problem && report.findings.every(({ outcome }) => outcome === 'error')
      ? [element('testcase', { classname: report.site, name: report.requested }, [element('error', { message: report.problem }, [])])]
      : report.findings.filter(({ outcome }) => outcome !== 'not-applicable').map((finding) => caseOf(finding, report, lang, baseline));
    const count = (word: string) => cases.filter((text) => text.includes(`<${word} `)).length;
    const time = { timestamp: report.startedAt.replace(/\.\d+Z$/, 'Z') };
    return element('testsuite', { name: report.requested, tests: cases.length, failures: count('failure'), errors: count('error'), skipped: count('skipped'), ...time }, cases);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: 'mingshi' }, suites)}\n`;
}

function caseOf(finding: Finding, report: AuditReport, lang: Lang, baseline: Baseline | undefined): string {
  const message = finding.summary[lang];
  const detail = [message, ...finding.basis.map((basis) => citation(basis, lang)), placeOf(finding, report), proofOf(finding)].filter(Boolean).join('\n');
  const inner = {
    violation: isKnown(baseline, report.requested, finding.rule)
      ? [element('skipped', { message: `${translate(lang, 'cli.audit.known')} ${message}` }, [])]
      : [element('failure', { type: finding.rule, message }, [escape(detail)])],
    review: [element('skipped', { message }, [])],
    error: [element('skipped', { message }, [])],
    pass: [],
    'not-applicable': [],
  }[finding.outcome];
  return element('testcase', { classname: report.site, name: finding.rule }, inner);
}

function element(name: string, attributes: Record<string, string | number>, children: readonly string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(String(value))}"`).join('');
  return children.length === 0 ? `<${name}${written} />` : `<${name}${written}>\n${children.join('\n')}\n</${name}>`;
}

/** Texts come from pages: mark-up and characters that XML does not know are not let through. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"\r\n\t]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? `&#${character.charCodeAt(0)};`);
}
