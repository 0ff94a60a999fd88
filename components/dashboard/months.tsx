import { useId } from 'preact/hooks';
import { categoryPlain } from '../../analyzers/data/categories';
import { CATEGORY_ORDER } from '../../analyzers/report';
import { useSpeech } from '../language';
import { Picture } from './bars';
import type { MonthCount } from './picture-data';
import { useNarrow } from './use-narrow';

const WIDE = 520;
const NARROW = 328;
const HEIGHT = 220;
const LEFT = 34;
const BOTTOM = 24;

/** Suspected violations by month, a column stacked of categories; each category has a pattern of its own. */
export function Months({ months }: { months: readonly MonthCount[] }) {
  const { t, of } = useSpeech();
  const id = useId();
  const isNarrow = useNarrow(560);
  if (months.length === 0) return null;
  const totals = months.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0));
  const most = Math.max(...totals, 1);
  const all = isNarrow ? NARROW : WIDE;
  // A month's name takes some forty units.
  const every = Math.ceil((40 * months.length) / (all - LEFT));
  const step = (all - LEFT) / months.length;
  const width = Math.min(42, step * 0.7);
  const scale = (HEIGHT - BOTTOM - 16) / most;
  const present = CATEGORY_ORDER.map((_, index) => months.some(({ counts }) => (counts[index] ?? 0) > 0));
  return (
    <Picture
      title={t('dashboard.pictures.time')}
      note={t('dashboard.pictures.time-note')}
      picture={
        <svg class="chart" viewBox={`0 0 ${all} ${HEIGHT}`} aria-hidden="true">
          <Patterns id={id} />
          {[0, 0.5, 1].map((share) => (
            <g key={share} transform={`translate(0 ${HEIGHT - BOTTOM - share * most * scale})`}>
              <line class="chart-grid" x1={LEFT} x2={all} />
              <text class="chart-number" x={LEFT - 6} y="4" text-anchor="end">
                {Math.round(share * most)}
              </text>
            </g>
          ))}
          {months.map(({ month, counts }, index) => {
            let top = HEIGHT - BOTTOM;
            const x = LEFT + index * step + (step - width) / 2;
            return (
              <g key={month}>
                {counts.map((count, category) => {
                  top -= count * scale;
                  return count > 0 ? <rect key={category} class="chart-part" x={x} y={top} width={width} height={count * scale} fill={`url(#${id}-${category})`} /> : null;
                })}
                {index % every === 0 ? (
                  <text class="chart-name" x={x + width / 2} y={HEIGHT - 8} text-anchor="middle">
                    {month.slice(2).replace('-', '/')}
                  </text>
                ) : null}
              </g>
            );
          })}
        </svg>
      }
      legend={
        <ul class="legend" aria-hidden="true">
          {CATEGORY_ORDER.map((code, index) =>
            present[index] ? (
              <li key={code}>
                <svg viewBox="0 0 14 14">
                  <rect class="chart-part" width="14" height="14" fill={`url(#${id}-${index})`} />
                </svg>
                {of(categoryPlain(code))}
              </li>
            ) : null,
          )}
        </ul>
      }
      below
      columns={[t('dashboard.pictures.month'), ...CATEGORY_ORDER.filter((_, index) => present[index]).map((code) => of(categoryPlain(code))), t('dashboard.pictures.total')]}
      rows={months.map(({ month, counts }, index) => [month, ...counts.filter((_, category) => present[category]), totals[index]!])}
    />
  );
}

/** One pattern a category, in its order: full, slanted, dotted, crossed, level lines, upright lines, empty. */
function Patterns({ id }: { id: string }) {
  const marks = [
    <rect key="a" class="pattern-ink" width="8" height="8" />,
    <path key="b" class="pattern-line" d="M-2 2 2-2M0 8 8 0M6 10 10 6" />,
    <circle key="c" class="pattern-ink" cx="4" cy="4" r="2" />,
    <path key="d" class="pattern-line" d="M0 0 8 8M8 0 0 8" />,
    <path key="e" class="pattern-line" d="M0 2H8M0 6H8" />,
    <path key="f" class="pattern-line" d="M2 0V8M6 0V8" />,
    <circle key="g" class="pattern-ink" cx="4" cy="4" r="0.8" />,
  ];
  return (
    <defs>
      {marks.map((mark, index) => (
        <pattern key={index} id={`${id}-${index}`} class={`pattern-${index}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect class="pattern-ground" width="8" height="8" />
          {mark}
        </pattern>
      ))}
    </defs>
  );
}
