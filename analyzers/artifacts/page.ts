/** A page as it stood: everything on it that a rule reads. */
import type { EpochMs } from './basics';
import type { ConsentSurface, ImpliedNotice, Looks, TickBox } from './consent';
import type { FormSurface, ServiceGuess } from './form';
import type { PermissionNotice } from './permission';
import type { PolicyDocument, PolicyLink } from './policy';

/** Something that stands before a service, or is done with an account, by the page's own words. */
export interface Gate {
  /** Following an account or joining a group; registering or leaving a phone number; a questionnaire; an account made for the person. */
  kind: 'follow' | 'membership' | 'profiling' | 'account-made' | 'account-to-come';
  /** The words, cut to `LIMITS.excerptChars`. */
  text: string;
  selector: string;
  /** `stated`: the words make it a condition (关注后方可点餐); `implied`: they only ask, and no way round is seen. */
  condition: 'stated' | 'implied';
  /** Text of a control that leads past it; `close` where there is only a close mark. */
  wayRound?: string;
  /** Profiling: what is asked (职业, 年级 …). */
  asks?: string[];
  visible: boolean;
}

/** What must be told before a face is taken (人脸办法 5). */
export type FaceNoticeItem = 'handler' | 'purpose' | 'retention' | 'necessity' | 'rights';

/** A place where the page takes a face: a recognition step, a selfie upload. */
export interface FaceStep {
  kind: 'recognition' | 'upload';
  text: string;
  selector: string;
  /** Other ways to the same end that the page offers, by their words. */
  alternatives: string[];
  /** What the page tells of the face, beside the step. */
  told: FaceNoticeItem[];
  /** Words that rest the step on a law or rule. */
  lawful?: string;
  /** A document on faces alone that the page links. */
  rules?: { text: string; href: string };
  /** A box or button that asks for consent to the face by name. */
  consent: boolean;
  visible: boolean;
}

/** Personal data in full in the page's public text. Never the value: its mask only. */
export interface PublishedData {
  kind: 'id-number' | 'phone';
  /** Different values in this part of the page. */
  count: number;
  /** Words around it with every value masked, cut to 120 UTF-16 units. */
  text: string;
  selector: string;
  /** Whether the words around speak of private persons (业主, 中奖名单) or tell nothing. */
  about: 'private' | 'unclear';
}

/** Something that lies over the page and takes the person's view or presses; needs a laid-out page. */
export interface Overlay {
  id: string;
  selector: string;
  /** Its text, cut to `LIMITS.excerptChars`. */
  text: string;
  /** Share of the view it takes, its mask counted in: 0 to 1, of a grid of sample points. */
  cover: number;
  /**
   * What it holds: a question of consent; fields to fill in; a word of the system (an old browser, an age, turn the phone);
   * another page's frame; nothing but a wait; an offer (pictures, links out); else a notice.
   */
  holds: 'consent' | 'fields' | 'system' | 'frame' | 'wait' | 'offer' | 'notice';
  /** Came right after a press of the person. */
  byPerson: boolean;
  /** First and latest moment it was seen, and when it was found gone. */
  firstAt: EpochMs;
  lastAt: EpochMs;
  goneAt?: EpochMs;
  /** The best way to close it that was ever seen; absent when there was none. */
  close?: OverlayClose;
  /** Other things in it that can be pressed and lead nowhere else: one of them may close it. */
  otherAnswers?: string[];
  /** Where most of its area leads when pressed, and the share of it that does. */
  link?: { href: string; share: number };
  /** Its words ask to shake, turn or tilt the device. */
  asksMotion?: boolean;
  /** The consent surface it shows. */
  surfaceId?: string;
}

/** A control that closes an overlay, as a person meets it. */
export interface OverlayClose {
  text: string;
  selector: string;
  /** CSS pixels. */
  width: number;
  height: number;
  /** Contrast of its sign; absent for pictures. */
  contrast?: number;
  /** A press at its middle reaches it. */
  hittable: boolean;
  /** Address it leads to instead of closing. */
  leadsTo?: string;
  /** When it was first seen this good. */
  at: EpochMs;
}

/** A sentence that makes the use of the page depend on agreement, or says that refusing ended it. */
export interface ConsentWall {
  text: string;
  selector: string;
  /** It lies over the page, or stands where the page's content would. */
  blocks: boolean;
  /** When it was first seen. */
  at: EpochMs;
}

/** The page left for another place. */
export interface Jump {
  at: EpochMs;
  /** Address without query. */
  to: string;
  /** `press`: right after the person's press; `motion`: right after the device moved, without a press; else neither. */
  cause: 'press' | 'motion' | 'none';
  /** What was pressed: the closing control of an overlay, its picture or link, its bare area, an answer to a consent question. */
  pressed?: 'close' | 'content' | 'blank' | 'refuse' | 'other';
  text: string;
  selector: string;
  /** The overlay that was there. */
  overlayId?: string;
  pageUrl: string;
}

/** How the text of a policy page looks, measured on a sample of its blocks. */
export interface Presentation {
  /** UTF-16 units of the blocks that were measured. */
  measured: number;
  /** Shares of them below the limits of the rule catalogue: under 10 px, contrast under 3:1, line height under 1. */
  small: number;
  pale: number;
  tight: number;
  /** Looks of the worst block, as it stands there. */
  worst?: Looks & { text: string; selector: string };
  /** The page is named a policy, and large pictures stand where its text would. */
  pictures?: { count: number; selector: string };
}

/** How far the policy is from the home page, by following the site's own links (auditor mode). */
export interface Reach {
  /** Clicks from the home page to the policy; absent when none was found. */
  clicks?: number;
  /** All pages this many clicks from the home page were looked at. */
  searched: number;
  pages: number;
  /** The links that lead there, first one on the home page. */
  path: { url: string; text: string }[];
}

/** One snapshot of a page. Values of fields are never part of it. */
export interface PageSurface {
  url: string;
  title: string;
  /** `lang` attribute, or guessed from the text. */
  lang: string;
  at: EpochMs;
  /** Characters of visible text; 0 marks an empty page. */
  textLength: number;
  isHome: boolean;
  policyLinks: PolicyLink[];
  consentSurfaces: ConsentSurface[];
  tickBoxes: TickBox[];
  forms: FormSurface[];
  impliedNotices: ImpliedNotice[];
  /** What the footer says of the operator. */
  footer: { operator?: string; icp?: string; police?: string };
  /** Whether this page's own text is a privacy policy. */
  looksLikePolicy: boolean;
  /** Sentences of the page's own text (an agreement printed on it, a dialog in waiting) that say how personal information is handled. */
  ownRules?: number;
  /** What the page is for. */
  service?: ServiceGuess;
  gates?: Gate[];
  faceSteps?: FaceStep[];
  /** Words that speak to children, and words that bring in a parent or guardian; each the first that was met. */
  children?: { addressed?: { text: string; selector: string }; guardian?: { text: string; selector: string } };
  published?: PublishedData[];
  /** Sentences on permissions, at most `LIMITS.signsPerSurface`. */
  permissionNotices?: PermissionNotice[];
  /** How a place can be named without positioning: a field, a list of cities. */
  placeByHand?: { text: string; selector: string };
  /** Present on pages of the person's own account. */
  account?: AccountArea;
  /** The page shows that the person is logged in: a way to log out, their masked number. */
  signedIn?: true;
  /** Present where the page speaks of removing the account or data. */
  removal?: RemovalTerms;
  /** Notices that the policy has changed, at most five. */
  changeNotices?: ChangeNotice[];
  /** Language of most of its text; absent where there is too little. */
  language?: PolicyDocument['language'];
  /** How the policy on this page looks; policy pages only. */
  presentation?: Presentation;
  /** What lies over the page, on a laid-out page only; gone ones are kept. */
  overlays?: Overlay[];
  /** Sentences that make its use depend on agreement. */
  walls?: ConsentWall[];
  /** The page was too large or too garbled to be read whole: nothing may be concluded from what is not in here. */
  truncated?: boolean;
}

/** A way into what a person may do with the account: shown on an account page, the address absent where a script opens it. */
export interface AccountEntry {
  /** What it leads to by its words; `area`: a part of the account (账号设置, 安全中心) in which such ways may stand. */
  leads: 'cancel' | 'delete' | 'correct' | 'export' | 'withdraw' | 'personalisation' | 'area';
  text: string;
  selector: string;
  href?: string;
  visible: boolean;
}

/** A page of the person's own account (个人中心, 账号设置), while logged in. */
export interface AccountArea {
  /** Words that show it: the heading, 退出登录. */
  evidence: { text: string; selector: string };
  entries: AccountEntry[];
}

/** What a page says of having the account or one's data removed. */
export interface RemovalTerms {
  /** The heading that names the procedure; absent where only single sentences speak of it. */
  heading?: { text: string; selector: string };
  /** Sentences that name what must be handed in or done for it. */
  terms: { text: string; selector: string; visible: boolean }[];
}

/** A notice on the page that the policy has changed. */
export interface ChangeNotice {
  text: string;
  selector: string;
  visible: boolean;
}
