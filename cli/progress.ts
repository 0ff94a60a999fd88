/** Says how far a run is: a bar that is drawn over itself on a terminal, plain lines elsewhere. */
import type { Lang } from '../analyzers/artifacts';
import { translate } from '../locales/cli';
import { fit } from './audit/table';

export interface ProgressOptions {
  lang: Lang;
  of: number;
  /** Already done by an earlier run. */
  before?: number;
  /** Draw a bar; else write lines. */
  bar: boolean;
  write(text: string): void;
  columns?: number;
  now?: () => number;
}

const BAR = 24;
/** A terminal is not drawn on more often than this. */
const EVERY_MS = 100;

export class Progress {
  #done = 0;
  #failed = 0;
  #drawnAt = Number.NEGATIVE_INFINITY;
  #isDrawn = false;
  readonly #since: number;
  readonly #now: () => number;

  constructor(private readonly options: ProgressOptions) {
    this.#now = options.now ?? Date.now;
    this.#since = this.#now();
  }

  /** A site is begun. */
  begin(url: string, number: number): void {
    const { bar, of, lang, write } = this.options;
    if (bar) this.#draw(url);
    else write(`${translate(lang, 'cli.audit.visiting', { url, number, of })}\n`);
  }

  /** A site is done; `problem` says what kept us from seeing it. */
  end(url: string, problem?: string): void {
    this.#done++;
    if (problem) {
      this.#failed++;
      this.say(`${url}: ${problem}`);
    }
    const { bar, of, lang, write } = this.options;
    if (bar) this.#draw(url, this.#done === of);
    else if (of > 1) write(`${translate(lang, 'cli.audit.finished', { finished: this.#done, of })}${this.#left()}\n`);
  }

  /** A line that stays. */
  say(text: string): void {
    this.#clear();
    this.options.write(`${text}\n`);
  }

  /** Takes the bar away. */
  close(): void {
    this.#clear();
  }

  /** Seconds the rest will take at the pace so far; undefined before the first site is done. */
  secondsLeft(): number | undefined {
    return this.#done === 0 ? undefined : Math.round(((this.#now() - this.#since) / this.#done) * (this.options.of - this.#done) / 1_000);
  }

  #left(): string {
    const seconds = this.secondsLeft();
    return seconds === undefined || seconds === 0 ? '' : ` ${translate(this.options.lang, 'cli.audit.left', { time: clock(seconds) })}`;
  }

  #draw(url: string, always = false): void {
    if (!always && this.#now() - this.#drawnAt < EVERY_MS) return;
    this.#drawnAt = this.#now();
    const { of, before = 0, lang, write, columns = 80 } = this.options;
    const filled = Math.round(((this.#done + before) / Math.max(1, of + before)) * BAR);
    const text = translate(lang, 'cli.audit.bar', { done: this.#done + before, of: of + before, failed: this.#failed });
    write(`\r\u001B[2K${fit(`${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${text}${this.#left()}  ${url}`, columns - 1)}`);
    this.#isDrawn = true;
  }

  #clear(): void {
    if (this.#isDrawn) this.options.write('\r\u001B[2K');
    this.#isDrawn = false;
  }
}

/** Seconds as h:mm:ss or m:ss. */
export function clock(seconds: number): string {
  const [h, m, s] = [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60), seconds % 60];
  const two = (number: number) => String(number).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
