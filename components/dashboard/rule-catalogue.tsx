import { useState } from 'preact/hooks';
import { categoryPlain } from '../../analyzers/data/categories';
import type { Text } from '../../analyzers/artifacts';
import type { Basis, CategoryCode, Severity } from '../../analyzers/report';
import { hasText } from '../../locales/index';
import { ruleTitle } from '../../locales/rule-title';
import { useSpeech } from '../language';
import { Law } from '../findings/law';

export interface CatalogueRule {
  id: string;
  kind: 'conduct' | 'duty' | 'flag';
  category: CategoryCode;
  severity: Severity;
  basis: Basis[];
}

export interface RuleCatalogueProps {
  rules: readonly CatalogueRule[];
  /** How often each rule came up here. */
  fires: ReadonlyMap<string, { violation: number; review: number }>;
  examples: Readonly<Record<string, { title: Text; story: Text }>>;
  reportOnly: readonly string[];
  onReportOnly: (rule: string, on: boolean) => void;
  /** Address of the list of the sites on which a rule came up. */
  hrefOf: (rule: string) => string;
}

/** Sentences a rule may answer with, the most telling first. */
const SAYS = ['violation', 'absent', 'present', 'partial', 'review', 'doubtful'] as const;
const KINDS = ['conduct', 'duty', 'flag'] as const;

/** Every rule in plain words, with its article, an example, and the switch to report only. */
export function RuleCatalogue({ rules, fires, examples, reportOnly, onReportOnly, hrefOf }: RuleCatalogueProps) {
  const { t, lang } = useSpeech();
  const [words, setWords] = useState('');
  const wanted = words.trim().toLowerCase();
  const shown = rules.filter(({ id }) => !wanted || `${id} ${ruleTitle(id, lang)} ${sentence(id, lang, t)}`.toLowerCase().includes(wanted));
  return (
    <>
      <label class="filter-search">
        <span class="unseen">{t('dashboard.rules.search')}</span>
        <input type="search" class="field" value={words} maxLength={100} placeholder={t('dashboard.rules.search')} onInput={(event) => setWords(event.currentTarget.value)} />
      </label>
      {shown.length === 0 ? <p class="nothing">{t('dashboard.rules.none')}</p> : null}
      {KINDS.map((kind) => {
        const own = shown.filter((rule) => rule.kind === kind);
        return own.length === 0 ? null : (
          <section key={kind} class="rule-kind">
            <h2 class="part-title">
              {t(`dashboard.rules.kind.${kind}`)} <span class="group-count">{own.length}</span>
            </h2>
            {own.map((rule) => (
              <Rule key={rule.id} rule={rule} fired={fires.get(rule.id)} example={examples[rule.id]} silent={reportOnly.includes(rule.id)} onReportOnly={onReportOnly} href={hrefOf(rule.id)} />
            ))}
          </section>
        );
      })}
    </>
  );
}

interface RuleProps {
  rule: CatalogueRule;
  fired?: { violation: number; review: number };
  example?: { title: Text; story: Text };
  silent: boolean;
  onReportOnly: (rule: string, on: boolean) => void;
  href: string;
}

function Rule({ rule: { id, category, severity, basis }, fired, example, silent, onReportOnly, href }: RuleProps) {
  const { t, of, lang } = useSpeech();
  const [open, setOpen] = useState(false);
  const count = (fired?.violation ?? 0) + (fired?.review ?? 0);
  return (
    <details class="rule" id={`rule-${id}`} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="rule-title">
          {ruleTitle(id, lang)} {silent ? <span class="tag">{t('dashboard.rules.counted-off')}</span> : null}
        </span>
        <span class="rule-fires">{count > 0 ? t('dashboard.rules.fires', { violation: fired!.violation, review: fired!.review }) : t('dashboard.rules.never')}</span>
      </summary>
      {open ? (
        <div class="rule-body">
          <p class="rule-about">
            {of(categoryPlain(category))} · {t(`dashboard.severity.${severity}`)} · <code>{id}</code>
          </p>
          <h3>{t('dashboard.rules.says')}</h3>
          <p>{sentence(id, lang, t)}</p>
          {example ? (
            <>
              <h3>{t('dashboard.rules.example')}</h3>
              <p>
                <strong>{of(example.title)}</strong>
                <br />
                {of(example.story)}
              </p>
            </>
          ) : null}
          <h3>{t('dashboard.rules.law')}</h3>
          <Law basis={basis} />
          <label class="check">
            <input type="checkbox" checked={silent} onChange={(event) => onReportOnly(id, event.currentTarget.checked)} />
            <span>
              {t('dashboard.rules.report-only')}
              <span class="part-note">{t('dashboard.rules.report-only-more')}</span>
            </span>
          </label>
          {count > 0 ? (
            <p>
              <a href={href}>{t('dashboard.rules.look')}</a>
            </p>
          ) : null}
        </div>
      ) : null}
    </details>
  );
}

/** What the rule says when it speaks up, with its blanks left open. */
function sentence(id: string, lang: 'zh-CN' | 'en', t: (key: string) => string): string {
  const key = SAYS.flatMap((say) => [`rules.${id}.${say}`, `duties.${id}.${say}`]).find(hasText);
  return key ? t(key).replace(/\{\w+\}/g, lang === 'en' ? '…' : '……') : '';
}
