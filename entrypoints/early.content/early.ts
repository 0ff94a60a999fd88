/**
 * What the script that is there from the start keeps for the observer, which comes when the page has loaded. Both run in
 * the extension's isolated world of one document and share its global object; the page sees neither.
 */

/** Names of events that tell what the person does. */
export const WATCHED = ['click', 'keydown', 'touchend', 'pointermove', 'wheel', 'input', 'change', 'submit'] as const;

/** Something the person did. Only trusted events get here. */
export interface EarlyEvent {
  type: (typeof WATCHED)[number];
  target: Element;
  at: number;
  /** Enter was pressed, and not to choose a character. */
  isEnter: boolean;
  /** It was not heard when it happened but kept: the page may have answered it since. */
  isLate?: boolean;
}

export interface Listener {
  onEvent(event: EarlyEvent): void;
  /**
   * A batch that the hooks in the page's world sent, as it came.
   * @param shown what the page showed as text at that moment, where a permission was asked for
   */
  onHooked(detail: string, shown?: string): void;
}

export interface Early {
  /** Whether the hooks in the page's world have told their line. */
  hasLine(): boolean;
  /** Hands over what was kept, in order, and everything from now on. False where another has taken it. */
  take(listener: Listener): boolean;
}

const KEY = 'mingshiEarly';

export function keepEarly(early: Early): void {
  (globalThis as Record<string, unknown>)[KEY] = early;
}

/** What was kept in this document; undefined where the script was not there from the start. */
export function keptEarly(): Early | undefined {
  return (globalThis as Record<string, unknown>)[KEY] as Early | undefined;
}
