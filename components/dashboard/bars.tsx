import { useId } from 'preact/hooks';
import type { VNode } from 'preact';
import { shortName, useSpeech } from '../language';
import { useNarrow } from './use-narrow';

export interface Bar {
  name: string;
  /** The full part, of data before consent, and the hatched part. */
  early: number;
  later: number;
}

const ROW = 24;
const NUMBER = 44;
/** Sizes of the drawing, whose letters keep their size: on a small screen the drawing is as wide as the screen. */
const WIDE = { width: 520, name: 150, letters: 19 };
const NARROW = { width: 328, name: 108, letters: 13 };

/** Bars in two parts beside the table of their numbers. The table is for everyone; the picture is hidden from screen readers. */
export function Bars({ bars, title, note, head }: { bars: readonly Bar[]; title: string; note?: string; head: { name: string; early: string; later: string } }) {
  const { t } = useSpeech();
  const hatch = useId();
  const { width, name: room, letters } = useNarrow(560) ? NARROW : WIDE;
  if (bars.length === 0) return null;
  const most = Math.max(...bars.map(({ early, later }) => early + later), 1);
  const scale = (width - room - NUMBER) / most;
  return (
    <Picture
      title={title}
      note={note}
      picture={
        <svg class="chart" viewBox={`0 0 ${width} ${bars.length * ROW + 4}`} aria-hidden="true">
          <Hatch id={hatch} />
          {bars.map(({ name, early, later }, index) => (
            <g key={name} transform={`translate(0 ${index * ROW + 2})`}>
              <text class="chart-name" x={room - 8} y="15" text-anchor="end">
                {clipped(name, letters)}
              </text>
              <rect class="chart-early" x={room} y="3" width={early * scale} height="15" />
              <rect class="chart-later" x={room + early * scale} y="3" width={later * scale} height="15" fill={`url(#${hatch})`} />
              <text class="chart-number" x={room + (early + later) * scale + 6} y="15">
                {early + later}
              </text>
            </g>
          ))}
        </svg>
      }
      legend={
        <ul class="legend" aria-hidden="true">
          <li>
            <svg viewBox="0 0 14 14">
              <rect class="chart-early" width="14" height="14" />
            </svg>
            {head.early}
          </li>
          <li>
            <svg viewBox="0 0 14 14">
              <Hatch id={`${hatch}-key`} />
              <rect class="chart-later" width="14" height="14" fill={`url(#${hatch}-key)`} />
            </svg>
            {head.later}
          </li>
        </ul>
      }
      columns={[head.name, head.early, head.later, t('dashboard.pictures.total')]}
      rows={bars.map(({ name, early, later }) => [shortName(name), early, later, early + later])}
    />
  );
}

/** A name that fits beside its bar: Chinese letters are twice as wide as Latin ones. */
function clipped(name: string, letters: number): string {
  let room = letters;
  let kept = '';
  for (const letter of name) {
    room -= /[\u1100-\uffff]/.test(letter) ? 2 : 1;
    if (room < 0) return `${kept}…`;
    kept += letter;
  }
  return kept;
}

/** Thin slanted lines: told from a full area without any colour. */
function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-ground" width="5" height="5" />
        <rect class="hatch-line" width="1.6" height="5" />
      </pattern>
    </defs>
  );
}

export interface PictureProps {
  title: string;
  note?: string;
  picture: VNode;
  legend?: VNode;
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
  /** The table has many columns: it stands below the picture. */
  below?: boolean;
}

/** A picture with its title and, beside it, the table it was drawn from. */
export function Picture({ title, note, picture, legend, columns, rows, below = false }: PictureProps) {
  const { t } = useSpeech();
  return (
    <section class="picture">
      <h2 class="part-title">{title}</h2>
      {note ? <p class="part-note">{note}</p> : null}
      <div class={`picture-both${below ? ' picture-below' : ''}`}>
        <div class="picture-drawn">
          {picture}
          {legend}
        </div>
        <details class="picture-table" open>
          <summary>{t('dashboard.pictures.table')}</summary>
          <div class="scroll" tabIndex={0} role="group" aria-label={title}>
            <table class="figures">
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row[0]}>
                    {row.map((cell, index) => (index === 0 ? <th key={index} scope="row">{cell}</th> : <td key={index}>{cell}</td>))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      </div>
    </section>
  );
}
