import { useEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { beijingTime } from '../../analyzers/complaint/plain';
import { useSpeech } from '../language';
import { ruleTitle } from '../../locales/rule-title';
import type { SiteLine, Sort } from './site-line';
import { useRoom } from './use-room';
import type { Room } from './use-room';
import { Windowed } from './windowed';

export interface SiteListProps {
  lines: readonly SiteLine[];
  chosen: ReadonlySet<string>;
  sort: Sort;
  ascending: boolean;
  onSort: (sort: Sort) => void;
  onChoose: (site: string) => void;
  onChooseAll: () => void;
  hrefOf: (site: string) => string;
}

/** Heights of a row in rem, as in the style sheet: rows grow with the text size. */
const ROW: Record<Room, number> = { wide: 4.15, narrow: 6.7, tight: 9.4 };
/** What a row needs to lie on one line, and on two. */
const LEAST = { wide: 51, narrow: 23 };
const COLUMNS: readonly { sort: Sort; name: string }[] = [
  { sort: 'site', name: 'site' },
  { sort: 'suspected', name: 'suspected' },
  { sort: 'doubtful', name: 'doubtful' },
  { sort: 'recipients', name: 'recipients' },
  { sort: 'last', name: 'last' },
];

/** The list of sites: thousands of rows, of which those in sight are drawn. Arrow keys move, Enter opens, x chooses. */
export function SiteList({ lines, chosen, sort, ascending, onSort, onChoose, onChooseAll, hrefOf }: SiteListProps) {
  const { t, lang } = useSpeech();
  const [active, setActive] = useState(0);
  const wanted = useRef(false);
  const list = useRef<HTMLDivElement>(null);
  const { room, rem } = useRoom(list, LEAST);
  const rowHeight = ROW[room] * rem;
  const current = Math.min(active, Math.max(0, lines.length - 1));
  // The row may have been drawn only now that it is asked for.
  useEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    const link = list.current?.querySelector<HTMLElement>(`[data-index="${current}"] a`);
    link?.focus({ preventScroll: true });
    link?.closest('.site-row')?.scrollIntoView({ block: 'nearest' });
  });

  const drawn = useRef(new WeakMap<SiteLine, { key: string; vnode: VNode }>());
  const row = (index: number, top: number): VNode => {
    const line = lines[index]!;
    const isChosen = chosen.has(line.overview.site);
    // The same row again: handing Preact the same node lets it skip the whole row while the list scrolls.
    const key = [top, lang, isChosen, index === current].join();
    const known = drawn.current.get(line);
    if (known?.key === key) return known.vnode;
    const vnode = (
      <Row key={line.overview.site} line={line} index={index} top={top} isChosen={isChosen} isCurrent={index === current} href={hrefOf(line.overview.site)} date={beijingTime(line.overview.at).slice(0, 10)} onChoose={onChoose} onFocus={setActive} />
    );
    drawn.current.set(line, { key, vnode });
    return vnode;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(innerHeight / rowHeight) - 2);
    const moves: Record<string, number> = { ArrowDown: current + 1, ArrowUp: current - 1, j: current + 1, k: current - 1, PageDown: current + page, PageUp: current - page, Home: 0, End: lines.length - 1 };
    const to = moves[event.key];
    if (to !== undefined) {
      event.preventDefault();
      const next = Math.max(0, Math.min(lines.length - 1, to));
      wanted.current = next !== current || document.activeElement?.closest('[data-index]') === null;
      setActive(next);
    } else if (event.key === 'x' && lines[current]) {
      event.preventDefault();
      onChoose(lines[current].overview.site);
    }
  };

  const allChosen = lines.length > 0 && lines.every(({ overview }) => chosen.has(overview.site));
  return (
    <div class={`site-list site-list-${room}`} role="table" aria-label={t('dashboard.sites.table')} aria-rowcount={lines.length + 1} ref={list} onKeyDown={onKeyDown}>
      <div role="rowgroup">
        <div class="site-row site-head" role="row" aria-rowindex={1}>
          <span class="site-pick" role="columnheader">
            <input type="checkbox" checked={allChosen} onChange={onChooseAll} aria-label={t('dashboard.sites.choose-all')} />
          </span>
          {COLUMNS.map(({ sort: by, name }) => (
            <span key={by} class={`site-cell site-${name}`} role="columnheader" aria-sort={sort === by ? (ascending ? 'ascending' : 'descending') : 'none'}>
              <button type="button" class="sort" onClick={() => onSort(by)}>
                {t(`dashboard.sites.column.${name}`)}
                <span class="sort-arrow" aria-hidden="true">
                  {sort === by ? (ascending ? '↑' : '↓') : ''}
                </span>
              </button>
            </span>
          ))}
        </div>
      </div>
      <Windowed count={lines.length} rowHeight={rowHeight} row={row} keep={current} />
    </div>
  );
}

interface RowProps {
  line: SiteLine;
  index: number;
  top: number;
  isChosen: boolean;
  isCurrent: boolean;
  href: string;
  date: string;
  onChoose: (site: string) => void;
  onFocus: (index: number) => void;
}

function Row({ line, index, top, isChosen, isCurrent, href, date, onChoose, onFocus }: RowProps) {
  const { t, lang } = useSpeech();
  const { overview, suspected, doubtful, tags, mood, decided } = line;
  const tab = isCurrent ? 0 : -1;
  const worst = suspected[0] ?? doubtful[0];
  const early = overview.recipients.filter((one) => one.early).length;
  return (
    <div class={`site-row site-${mood}${isChosen ? ' site-chosen' : ''}`} role="row" aria-rowindex={index + 2} data-index={index} style={{ transform: `translateY(${top}px)` }}>
      <span class="site-pick" role="cell">
        <input type="checkbox" checked={isChosen} tabIndex={tab} onChange={() => onChoose(overview.site)} aria-label={t('dashboard.sites.choose', { site: overview.site })} />
      </span>
      <span class="site-cell site-site" role="rowheader">
        <a href={href} title={overview.site} tabIndex={tab} onFocus={() => onFocus(index)}>
          <bdi>{overview.site}</bdi>
        </a>
        <span class="site-about">
          {tags.map((tag) => (
            <span key={tag} class="tag">
              <bdi>{tag}</bdi>
            </span>
          ))}
          <bdi title={overview.operator}>{overview.operator || (worst ? ruleTitle(worst, lang) : '')}</bdi>
        </span>
      </span>
      <span class="site-cell site-suspected" role="cell">
        <Count value={suspected.length} kind="violation" />
      </span>
      <span class="site-cell site-doubtful" role="cell">
        <Count value={doubtful.length} kind="review" />
        {decided > 0 ? <span class="site-decided">{t('dashboard.sites.decided', { count: decided })}</span> : null}
      </span>
      <span class="site-cell site-recipients" role="cell">
        <span>{overview.recipients.length}</span>
        {early > 0 ? <span class="site-early">{t('dashboard.sites.early', { count: early })}</span> : null}
      </span>
      <span class="site-cell site-last" role="cell">
        <time dateTime={new Date(overview.at).toISOString()}>{date}</time>
        {overview.fromFile ? <span class="site-about">{t('dashboard.sites.from-file')}</span> : null}
      </span>
    </div>
  );
}

function Count({ value, kind }: { value: number; kind: 'violation' | 'review' }) {
  const { t } = useSpeech();
  return value === 0 ? (
    <span class="site-none">
      0<span class="unseen"> {t(`report.outcome.${kind}`)}</span>
    </span>
  ) : (
    <span class={`pill pill-${kind}`}>
      {value} <span>{t(`report.outcome.${kind}`)}</span>
    </span>
  );
}
