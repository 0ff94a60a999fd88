/**
 * The contract between what is observed and what is judged.
 *
 * Entrypoints (and the command line) fill these types; analyzers read nothing else. Everything in here is bounded
 * (see `LIMITS`), may be stored, and never holds what the user typed: personal values appear as a mask and a digest only.
 * Pages are hostile: every string that comes from a page or the network is data, never markup and never code.
 */

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number;

/** Upper bounds of the artifacts. Whoever fills an artifact cuts to these and records a `Problem` when something was cut. */
export const LIMITS = {
  /** Bytes of a policy document that are read; more is `too-large`. */
  policyBytes: 12 * 1024 * 1024,
  /** UTF-16 units of extracted policy text that are judged; more is `too-large`. */
  policyChars: 1_000_000,
  /** Bytes of one request body that are decoded. */
  bodyBytes: 64 * 1024,
  /** UTF-16 units kept of a redacted address. */
  urlChars: 2_048,
  /** Requests kept for one visit; later ones are counted, not kept. */
  exchangesPerVisit: 3_000,
  /** Data items kept for one request. */
  itemsPerExchange: 64,
  /** Storage writes kept for one visit. */
  storageWritesPerVisit: 500,
  /** Page surfaces (snapshots) kept for one visit, the latest per address. */
  surfacesPerVisit: 20,
  /** Fields, tick boxes, controls, links kept of each sort for one page. */
  elementsPerSurface: 200,
  /** Gates, face steps and published data kept of each sort for one page. */
  signsPerSurface: 20,
  /** Overlays and walls kept of one page, and jumps of one visit. */
  overlaysPerSurface: 12,
  /** Moments kept at which one consent surface came into view. */
  showingsPerSurface: 10,
  /** UTF-16 units of any text excerpt from a page. */
  excerptChars: 400,
} as const;

/** Product languages: every sentence a person sees exists in both. */
export type Lang = 'zh-CN' | 'en';

/** The same sentence in each product language. */
export type Text = Record<Lang, string>;

// ── The policy ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** A policy as text with structure. Offsets everywhere are UTF-16 units into `text`. */
export interface PolicyDocument {
  /** Address that was asked for (a file path in the command line). */
  url: string;
  /** Address after redirects. */
  finalUrl: string;
  title: string;
  /** Language of most of the text; `zh-Hant` is traditional Chinese. */
  language: 'zh' | 'zh-Hant' | 'en' | 'other';
  /** Extracted text: blocks joined by a newline, boilerplate dropped, white space inside a block folded to one space. */
  text: string;
  /** Parts of `text` in order, covering all of it but the newlines between. */
  blocks: Block[];
  /** Links that stand in the document's body (not navigation), in order. */
  links: { text: string; href: string }[];
  source: {
    mediaType: string;
    /** Charset the bytes were decoded with, in the WHATWG name (`utf-8`, `gbk`, `gb18030`, `big5`, …). */
    charset: string;
    bytes: number;
    /** SHA-256 of the bytes as received, hex. */
    sha256: string;
    /** HTML only: what tells a page that scripts fill from one that is empty. */
    page?: {
      scripts: number; elements: number; appRoot: boolean; asksForScript: boolean; frames: number;
      /** Pictures large enough to hold text, or of unknown size. */
      pictures?: number;
      /** Absolute address the page leads on to by itself (`<meta http-equiv="refresh">`). */
      refresh?: string;
      /** Absolute addresses of its frames, in order, at most five. */
      framed?: string[];
    };
  };
  fetchedAt: EpochMs;
}

/** One paragraph-like part of a policy. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'list-item' | 'table-row';
  start: number;
  end: number;
  /** 1 (highest) to 6; headings only. Headings are found by tag, bold lines and numbering alike. */
  level?: number;
  /** Table rows: the cells in order; `isHeader` marks a header row. */
  cells?: { start: number; end: number }[];
  isHeader?: boolean;
  /** Number of the table in the document, from 0; table rows only. */
  table?: number;
}

/** Why there is no readable policy. Only `no-link` and `dead` causes may become findings; the rest is "could not look". */
export type PolicyFailureReason =
  | 'no-link' // the page shows no link to a policy
  | 'http-error' // the server answered with status 4xx or 5xx
  | 'redirect-loop' // more than 10 redirects, or back to an address already visited
  | 'self-link' // the link leads back to the page itself and no policy text stands there
  | 'empty' // an HTML page without any text
  | 'no-rules' // text without a single personal-information rule
  | 'other-document' // a user agreement, help page or news, not a policy
  | 'shell' // text appears only after scripts have run
  | 'pdf' // a PDF, which this entry point cannot read
  | 'not-text' // binary content
  | 'too-large'
  | 'timeout'
  | 'network' // no connection, refused, certificate
  | 'blocked' // the site refused our reading (401, 403, 429, captcha)
  | 'interrupted'; // the worker or page ended before the reading did

export type PolicyOutcome =
  | { status: 'read'; document: PolicyDocument; linked: PolicyDocument[] }
  | { status: 'failed'; reason: PolicyFailureReason; url?: string; httpStatus?: number; detail?: string }
  | { status: 'pending' };

// ── The page ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** A link to a privacy policy (or to a document it is bundled with) as shown on a page. */
export interface PolicyLink {
  text: string;
  href: string;
  /** What the link's wording names. `combined`: 用户协议与隐私政策 in one. */
  names: 'policy' | 'agreement' | 'combined' | 'children' | 'cookies' | 'third-parties';
  place: 'login' | 'form' | 'banner' | 'footer' | 'other';
  selector: string;
  visible: boolean;
  /** How a link to the policy looks, where it can be seen on a laid-out page. */
  looks?: Looks;
}

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

/** A banner or dialog that asks for consent, or only informs. Login boxes are `FormSurface`s. */
export interface ConsentSurface {
  id: string;
  kind: 'banner' | 'dialog';
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

/** What a form field asks for. */
export type FieldKind =
  | 'name' | 'phone' | 'email' | 'id-number' | 'passport' | 'bank-card' | 'address' | 'birthday' | 'age' | 'gender' | 'marital-status'
  | 'income' | 'occupation' | 'education' | 'school' | 'grade' | 'ethnicity' | 'religion' | 'health' | 'face-photo' | 'id-photo'
  | 'precise-location' | 'contacts' | 'emergency-contact' | 'child-name' | 'child-birthday' | 'child-school' | 'plate' | 'wechat' | 'qq'
  | 'username' | 'password' | 'sms-code' | 'captcha' | 'search' | 'message' | 'other';

export interface FormField {
  id: string;
  selector: string;
  kind: FieldKind;
  /** The wording the kind was read from: label, placeholder or name. */
  label: string;
  required: boolean;
  /** How the page says that it must be filled: in its mark-up, by a star or word, or by refusing what the person sent. */
  requiredBy?: 'attribute' | 'mark' | 'refusal';
  /** What a list of choices lets be chosen: lowest age in years, latest year of birth. */
  choices?: { youngest?: number; latestYear?: number };
  /** Text beside the field that says what the data is for; absent when there is none. */
  purposeText?: string;
  visible: boolean;
}

export interface FormSurface {
  id: string;
  selector: string;
  purpose: 'login' | 'registration' | 'search' | 'newsletter' | 'order' | 'survey' | 'other';
  /** Absolute address the form posts to. */
  action: string;
  fields: FormField[];
  controls: Control[];
  /** Sentences in or right beside the form that speak of agreements, policies or consent. */
  notices: { text: string; selector: string; topics: ConsentTopic[]; impliesConsent: boolean }[];
  /** What the form itself is for, where its own heading or button says so. */
  service?: ServiceGuess;
  visible: boolean;
}

/** What a page or form is for, as a guess with the words it rests on. */
export interface ServiceGuess {
  /** Id of `data/necessary-information.json`. */
  service: string;
  /** `shown`: title, heading or button names the function; `guessed`: weaker words; `confirmed`: the person said so. */
  certainty: 'guessed' | 'shown' | 'confirmed';
  /** At most three, each cut to 80 UTF-16 units. */
  evidence: { text: string; selector: string }[];
}

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

/** A notice outside forms whose wording makes use, browsing or staying count as consent. */
export interface ImpliedNotice {
  text: string;
  selector: string;
  topics: ConsentTopic[];
  surfaceId?: string;
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

export type PermissionName = 'location' | 'camera' | 'microphone' | 'notification' | 'clipboard-read' | 'motion' | 'screen' | 'contacts';

export interface PermissionCall {
  at: EpochMs;
  permission: PermissionName;
  /** A user action in the five seconds before. */
  afterUserAction: boolean;
  pageUrl: string;
  /** What the person pressed before the call, where that led to it: in the five seconds before, or earlier when its words name the permission. */
  pressed?: PressedControl;
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

// ── The network ────────────────────────────────────────────────────────────────────────────────────────────────────

/** Kinds of personal data that traffic can show. `typed-text`: typed by the user, of no kind we name. */
export type DataKind =
  | 'name' | 'phone' | 'id-number' | 'email' | 'bank-card' | 'address' | 'birthday' | 'gender' | 'precise-location' | 'coarse-location' | 'ip'
  | 'device-id' | 'cookie-id' | 'account-id' | 'face-image' | 'audio' | 'contacts' | 'health' | 'search-or-page-content' | 'typed-text' | 'password';

/** One personal-data value found in a request, without the value. */
export interface DataItem {
  kind: DataKind;
  form: 'plain' | 'encoded' | 'hashed';
  where: 'url' | 'referer' | 'header' | 'cookie' | 'body';
  /** Where inside, and through which decodings: `body > base64 > gzip > json > [0].properties.phone`. */
  path: string;
  /** The value masked for people: 138****1234. */
  mask: string;
  /** Salted digest, hex; equal digests in one visit mean equal values. */
  digest: string;
  /** `needle`: the very value the user typed or the site stored; `value`: by its shape; `key`: by key name and shape together. */
  foundBy: 'needle' | 'value' | 'key';
  /** Identifier kinds: how long the browser will keep it, hours; absent when not known to be kept. */
  lifetimeHours?: number;
}

export interface CookieSet {
  name: string;
  domain: string;
  /** Hours until expiry; null for a session cookie, 0 when it deletes. */
  lifetimeHours: number | null;
  mask: string;
  digest: string;
  /** The value looks like an identifier of a browser or person (long enough, not a flag or a setting). */
  isIdentifier: boolean;
  /** The browser did not keep it (third-party cookie blocking). */
  blocked: boolean;
}

/** One request, decoded and redacted. */
export interface Exchange {
  id: string;
  at: EpochMs;
  /** Address with personal values masked, cut to `LIMITS.urlChars`. */
  url: string;
  host: string;
  method: string;
  type: 'document' | 'frame' | 'script' | 'image' | 'xhr' | 'beacon' | 'websocket' | 'style' | 'font' | 'media' | 'other';
  /** Page the request belongs to. */
  pageUrl: string;
  items: DataItem[];
  setCookies: CookieSet[];
  bodyBytes: number;
  body: 'none' | 'read' | 'cut' | 'unreadable';
  seenBy: 'web-request' | 'page-hook' | 'har';
  status?: number;
  /** Cookies the request carried; absent where its headers were not seen. A first page request with cookies is a return visit. */
  cookiesSent?: number;
  /** The browser fetched it before the person asked for it (prefetch, prerender): it says nothing of what a page did. */
  speculative?: true;
  /** What looks like a recording of what the person does on the page (see `traffic/recording.ts`). */
  recording?: RecordingSign;
  /** Full numbers of people in the answer, first-party JSON only; absent where the answer was not looked at. */
  answer?: AnswerSign;
}

/** A batch of recorded events inside a request. */
export interface RecordingSign {
  /** `replay`: DOM snapshots and changes of a session recorder · `pointer`: timed positions · `input`: what was typed, stroke by stroke. */
  form: 'replay' | 'pointer' | 'input';
  /** Recorded events in this request, at least. */
  events: number;
}

/** Phone and id numbers in an answer, masked at once. */
export interface AnswerSign {
  /** Whether all of the answer was looked through. */
  complete: boolean;
  numbers: { kind: 'phone' | 'id-number'; mask: string }[];
  /** Masks among them that the page's text shows as they stand; absent where the page was not looked at. */
  shownMasked?: string[];
}

/** A write to the browser's storage by a page script. */
export interface StorageWrite {
  at: EpochMs;
  area: 'cookie' | 'local' | 'session' | 'indexeddb';
  key: string;
  /** Hours the browser will keep it; null: until the session ends. */
  lifetimeHours: number | null;
  mask: string;
  digest: string;
  isIdentifier: boolean;
  pageUrl: string;
  /** Host of the script that wrote it, when the call stack tells. */
  scriptHost?: string;
  /** Found in the storage when the page was at rest: written by a property, or on an earlier visit. `at` is when it was found. */
  foundAtRest?: true;
}

/** A call of an interface that serves fingerprinting. */
export interface FingerprintProbe {
  at: EpochMs;
  technique: 'canvas' | 'webgl' | 'audio' | 'fonts' | 'navigator';
  pageUrl: string;
  scriptHost?: string;
}

// ── What the person did ──

/** A press by the person (trusted click, or Enter) on something that may ask for what they typed to be sent. */
export interface ControlPress {
  at: EpochMs;
  /** Role of the control by its words; `other` for a control of unknown meaning. */
  role: Control['role'];
  pageUrl: string;
}

/** Something the person typed, without the value: `digest` is that of the items its value is found as. */
export interface TypedEntry {
  /** Time of the last keystroke. */
  at: EpochMs;
  fieldKind: FieldKind;
  /** Digests (as in `DataItem.digest`) of the value in its kind's normal form. */
  digest: string;
}

// ── A visit ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Something that kept us from seeing everything. Rules that depend on the missing part answer `error`, not `pass`. */
export interface Problem {
  at: EpochMs;
  kind: 'worker-restarted' | 'requests-dropped' | 'page-unreadable' | 'page-left' | 'storage-full' | 'time-out' | 'hook-missing' | 'step-failed' | 'clock-changed';
  detail?: string;
}

/**
 * Detail of a `page-unreadable` that is one press: the person pressed something before the page could be read, and it was
 * gone when it could. Whether that was a choice is not known, so nothing from then on counts as before one.
 */
export const UNREAD_PRESS = 'press';

/** The version of the site's policy that was seen on an earlier visit, where its text was another. */
export interface EarlierPolicy {
  document: PolicyDocument;
  firstSeen: EpochMs;
  lastSeen: EpochMs;
}

/** A request the person sent to the site on their own data. Dates are days in Beijing, YYYY-MM-DD. */
export interface RightsRequest {
  id: string;
  kind: 'access' | 'copy' | 'correction' | 'deletion' | 'cancellation' | 'withdrawal' | 'transfer' | 'explanation' | 'complaint';
  sentOn: string;
  /** Time the site promised for an answer. */
  promised?: { days: number; unit: 'working' | 'calendar' };
  answeredOn?: string;
  /** What shows that it was sent (an address, a receipt number), cut to 80 UTF-16 units. */
  proof?: string;
}

/** All that was seen of one site in one sitting: from the first page in a tab until the tab leaves the site. */
export interface Visit {
  id: string;
  /** Registrable domain (`example.cn`), or the host where there is none. */
  site: string;
  url: string;
  startedAt: EpochMs;
  endedAt?: EpochMs;
  browser: string;
  surfaces: PageSurface[];
  acts: ConsentAct[];
  permissions: PermissionCall[];
  /** Where pages with an overlay, or after a refusal, went by themselves or by a press. */
  jumps?: Jump[];
  exchanges: Exchange[];
  storage: StorageWrite[];
  probes: FingerprintProbe[];
  policy: PolicyOutcome;
  /** Whether the site's home page was looked at for a policy link, now or on an earlier visit. */
  home: { seen: boolean; hasPolicyLink: boolean };
  /** Auditor mode only, where the home page shows no link to a policy. */
  reach?: Reach;
  problems: Problem[];
  /** Presses that may ask for sending, at most 200; absent where nobody watched (a recording, an earlier version). */
  presses?: ControlPress[];
  /** What was typed and when, at most 200 entries. */
  typed?: TypedEntry[];
  /** Moments at which the person did something (pointer, key, touch, scroll), one in five seconds at most, at most 500; absent where nobody watched. */
  activity?: EpochMs[];
  /** When the person consented on an earlier visit or in another tab, as far as we know: then "before the choice" cannot be proved. */
  earlierConsentAt?: EpochMs;
  /** The policy as it was seen before, where it has changed since; `none`: it was never read before; absent: nobody looked. */
  earlierPolicy?: EarlierPolicy | 'same' | 'none';
  /** The person's own requests to this site (case diary), at most 50. */
  rightsRequests?: RightsRequest[];
}
