import { useEffect, useState } from 'preact/hooks';
import type { ServiceType } from '../../analyzers/data/necessary-information';
import type { Finding } from '../../analyzers/report';
import { plainAddress } from '../../analyzers/complaint/plain';
import type { PageFunction } from '../actions';
import { useActions } from '../actions';
import { useSpeech } from '../language';

/** Rules that weigh what a page asks for against what the page is for. */
const WEIGHED = new Set(['nonessential-required-field', 'forced-membership', 'unskippable-profiling', 'sensitive-field-without-separate-consent']);

/** The page of a finding with what it was taken to be for; undefined where that plays no part or is not known. */
export function functionInQuestion(finding: Finding, functions: readonly PageFunction[] | undefined): PageFunction | undefined {
  if (!WEIGHED.has(finding.rule)) return undefined;
  const pages = finding.evidence.flatMap((item) => (item.kind === 'page-element' ? [plainAddress(item.url) || item.url] : []));
  return functions?.find(({ url }) => pages.includes(plainAddress(url) || url));
}

/**
 * "What is this page for?": what is too much depends on it, and the person knows. One press confirms our guess; another opens
 * the list. Until then a doubtful finding stays one to look at.
 */
export function FunctionQuestion({ finding }: { finding: Finding }) {
  const { t, of, lang } = useSpeech();
  const { functions, confirmFunction } = useActions();
  const [types, setTypes] = useState<readonly ServiceType[]>();
  const [choosing, setChoosing] = useState(false);
  const page = functionInQuestion(finding, functions);
  useEffect(() => {
    if (choosing && !types) void import('../../analyzers/data/necessary-information').then(({ serviceTypes }) => setTypes(serviceTypes()));
  }, [choosing, types]);
  if (!page || !confirmFunction) return null;

  const guess = of(page.name);
  return (
    <div class="function">
      <p class="function-ask">{t(page.confirmed ? 'report.function.confirmed' : 'report.function.ask', { name: guess })}</p>
      <p class="function-answers">
        {page.confirmed ? null : (
          <button type="button" class="button button-small" onClick={() => confirmFunction(page.url, page.service)}>
            {t('report.function.yes')}
          </button>
        )}
        {choosing ? (
          <label>
            <span class="unseen">{t('report.function.list')}</span>
            <select
              class="field"
              value=""
              onChange={(event) => {
                const service = event.currentTarget.value;
                if (!service) return;
                setChoosing(false);
                confirmFunction(page.url, service);
              }}
            >
              <option value="">{t('report.function.choose')}</option>
              {[...(types ?? [])].sort((a, b) => a.name[lang].localeCompare(b.name[lang], lang)).map((type) => (
                <option key={type.id} value={type.id}>
                  {of(type.name)}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <button type="button" class="button button-quiet button-small" onClick={() => setChoosing(true)}>
            {t('report.function.other')}
          </button>
        )}
      </p>
    </div>
  );
}
