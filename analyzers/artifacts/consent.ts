/** How the page asks for consent, and what the person answered. */
import type { EpochMs } from './basics';

/** What a consent surface, a tick box or a sentence asks consent for. */
export type ConsentTopic = 'policy' | 'agreement' | 'cookies' | 'marketing' | 'sharing' | 'credit-query' | 'sensitive' | 'other';

export interface Control {
  role: 'accept' | 'refuse' | 'settings' | 'acknowledge' | 'close' | 'submit' | 'send-code' | 'search' | 'other';
  text: string;
  selector: string;
  /** CSS pixels; absent when not laid out. */
  width?: number;
  height?: number;
  /** How it looks, for controls of consent surfaces on a page with layout. */
  looks?: Looks;
  /** Whether it can be seen; absent where that was not asked. */
  visible?: boolean;
}

/** How a piece of text looks on the laid-out page. */
export interface Looks {
  /** CSS pixels. */
  fontSize: number;
  /** Contrast of the text with what lies behind it, 1 to 21 (WCAG 2); absent where a picture or an unknown colour lies there. */
  contrast?: number;
  /** Line height divided by font size; absent for `normal`. */
  lineHeight?: number;
  /** Drawn as a button (a ground or a border of its own), or as plain text. */
  shape?: 'button' | 'text';
}

/** A banner or dialog that asks for consent, or only informs; or a page that is nothing but a text to agree to. Login boxes are `FormSurface`s. */
export interface ConsentSurface {
  id: string;
  kind: 'banner' | 'dialog' | 'page';
  selector: string;
  /** Visible text, cut to `LIMITS.excerptChars`. */
  text: string;
  topics: ConsentTopic[];
  /** The text asks for, or declares, consent (a pure notice does not). */
  asksConsent: boolean;
  /** Known consent platform by its own name, when recognised. */
  platform?: string;
  controls: Control[];
  visible: boolean;
  /** Switches and boxes in it that can be moved: kinds of use one may choose. */
  switches?: number;
  /** It tells of another way to refuse than its own buttons (a settings page, the browser). */
  tellsOtherWay?: boolean;
  /** When it came into view, at most `LIMITS.showingsPerSurface`; `byPerson`: right after a press of the person. */
  shown?: { at: EpochMs; byPerson: boolean }[];
  /** When the person last closed it without an answer. */
  closedAt?: EpochMs;
}

export interface TickBox {
  id: string;
  selector: string;
  /** Text that belongs to the box, cut to `LIMITS.excerptChars`. */
  label: string;
  topics: ConsentTopic[];
  checkedAtLoad: boolean;
  checkedNow: boolean;
  /** Who changed it last; `none` while it stands as loaded. A change without a trusted user event is by `script`. */
  changedBy: 'none' | 'user' | 'script';
  /** Marked 可选/optional. */
  optional: boolean;
  /** How the box is made: a native input, an element with the role of one, or an icon whose state is read from class names only. */
  made?: 'input' | 'aria' | 'drawn';
  formId?: string;
  visible: boolean;
}

/** A notice outside forms whose wording makes use, browsing or staying count as consent. */
export interface ImpliedNotice {
  text: string;
  selector: string;
  topics: ConsentTopic[];
  surfaceId?: string;
}

/** Something the person did that decides on consent. Scrolling, waiting and closing are none. */
export interface ConsentAct {
  at: EpochMs;
  kind: 'accept' | 'refuse' | 'tick-and-submit' | 'withdraw';
  topics: ConsentTopic[];
  /** Text of the control that was pressed. */
  text: string;
  selector: string;
  pageUrl: string;
  surfaceId?: string;
}
