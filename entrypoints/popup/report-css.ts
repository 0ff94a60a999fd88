/** The report page's style sheets as one text, in the order of `REPORT_STYLES`. */
import base from '../../components/styles/base.css?inline';
import parts from '../../components/styles/parts.css?inline';
import report from '../../components/styles/report.css?inline';
import tokens from '../../components/styles/tokens.css?inline';

export default [tokens, base, parts, report].join('\n');
