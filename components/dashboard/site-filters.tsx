import { useEffect, useRef } from 'preact/hooks';
import { categoryPlain } from '../../analyzers/data/categories';
import { CATEGORY_ORDER } from '../../analyzers/report';
import { useSpeech } from '../language';
import { ruleTitle } from '../../locales/rule-title';
import { NO_FILTER, OUTCOMES, queryOf, type SiteFilter } from './site-line';

export interface SiteFiltersProps {
  filter: SiteFilter;
  choices: { rules: string[]; owners: string[]; tags: string[] };
  onChange: (change: Partial<SiteFilter>) => void;
}

/** Search and filters above the list. `/` goes to the search from anywhere on the page. */
export function SiteFilters({ filter, choices, onChange }: SiteFiltersProps) {
  const { t, of, lang } = useSpeech();
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const toSearch = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select')) return;
      event.preventDefault();
      search.current?.focus();
    };
    addEventListener('keydown', toSearch);
    return () => removeEventListener('keydown', toSearch);
  }, []);
  const all = t('dashboard.filter.all');
  const set = [...queryOf({ ...filter, sort: NO_FILTER.sort, ascending: false, text: '' }).keys()].length;
  const fold = useRef(set > 0);
  return (
    <div class="filters" role="search">
      <label class="filter-search">
        <span class="unseen">{t('dashboard.filter.search')}</span>
        <input ref={search} type="search" class="field" value={filter.text} placeholder={t('dashboard.filter.search')} maxLength={200} onInput={(event) => onChange({ text: event.currentTarget.value })} />
      </label>
      <details class="filter-more" open={fold.current}>
        <summary>
          {t('dashboard.filter.more')}
          {set > 0 ? <span class="tab-count">{set}</span> : null}
        </summary>
        <div class="filter-grid">
          <Choice name="outcome" value={filter.outcome} all={all} onChange={onChange} options={OUTCOMES.map((one) => [one, t(`dashboard.filter.is.${one}`)])} />
          <Choice name="category" value={filter.category} all={all} onChange={onChange} options={CATEGORY_ORDER.map((code) => [code, of(categoryPlain(code))])} />
          <Choice name="rule" value={filter.rule} all={all} onChange={onChange} options={choices.rules.map((rule) => [rule, ruleTitle(rule, lang)])} />
          <Choice name="owner" value={filter.owner} all={all} onChange={onChange} options={choices.owners.map((owner) => [owner, owner])} />
          <Choice name="tag" value={filter.tag} all={all} onChange={onChange} options={choices.tags.map((tag) => [tag, tag])} />
          {(['since', 'until'] as const).map((name) => (
            <label key={name}>
              <span>{t(`dashboard.filter.${name}`)}</span>
              <input type="date" class="field" value={filter[name]} onInput={(event) => onChange({ [name]: event.currentTarget.value })} />
            </label>
          ))}
          {set > 0 ? (
            <button type="button" class="button button-quiet" onClick={() => onChange({ ...NO_FILTER, text: filter.text, sort: filter.sort, ascending: filter.ascending })}>
              {t('dashboard.filter.clear')}
            </button>
          ) : null}
        </div>
      </details>
    </div>
  );
}

interface ChoiceProps {
  name: 'outcome' | 'category' | 'rule' | 'owner' | 'tag';
  value: string;
  all: string;
  options: (readonly [string, string])[];
  onChange: (change: Partial<SiteFilter>) => void;
}

function Choice({ name, value, all, options, onChange }: ChoiceProps) {
  const { t } = useSpeech();
  const known = value === '' || options.some(([id]) => id === value);
  return (
    <label>
      <span>{t(`dashboard.filter.${name}`)}</span>
      <select class="field" value={value} onChange={(event) => onChange({ [name]: event.currentTarget.value })}>
        <option value="">{all}</option>
        {known ? null : <option value={value}>{value}</option>}
        {options.map(([id, label]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
