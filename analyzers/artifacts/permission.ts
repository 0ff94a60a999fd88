/** What the page asks of the browser: location, camera and the like. */
import type { EpochMs } from './basics';

export type PermissionName = 'location' | 'camera' | 'microphone' | 'notification' | 'clipboard-read' | 'motion' | 'screen' | 'contacts';

export interface PermissionCall {
  at: EpochMs;
  permission: PermissionName;
  /** A user action in the five seconds before. */
  afterUserAction: boolean;
  pageUrl: string;
  /** What the person pressed before the call, where that led to it: in the five seconds before, or earlier when its words name the permission. */
  pressed?: PressedControl;
  /** What the page in sight said of the purpose at the moment of the call; absent where it said nothing of it. */
  told?: 'clear' | 'vague';
  /** The browser had the permission from before: nobody was asked. */
  grantedBefore?: true;
  /** The answer as the browser gives it away without asking; absent while open, dismissed or not told. */
  answer?: 'granted' | 'denied';
  answeredAt?: EpochMs;
  /** The page was reached by a link of the same site: the press that led to the call may have been on the page before. */
  fromSite?: true;
}

/** A control as it was pressed. */
export interface PressedControl {
  /** Its words, cut to 80 UTF-16 units. */
  text: string;
  /** The words of the part of the page it stood in (its dialog, its card), cut to `LIMITS.excerptChars`. */
  around: string;
  selector: string;
}

/** A sentence of the page that speaks of a permission. */
export interface PermissionNotice {
  permissions: PermissionName[];
  text: string;
  selector: string;
  /** It says what the permission is for; `vague`: only that service gets better. */
  purpose?: 'clear' | 'vague';
  /** `required`: opening it is made the condition of use; `blocked`: something is closed because it is not open; `asked`: it is only asked for. */
  closes?: 'required' | 'blocked' | 'asked';
  visible: boolean;
  /** When it was last seen. */
  at: EpochMs;
}
