/** What the page asks the person to fill in, and what was typed. */
import type { EpochMs } from './basics';
import type { ConsentTopic, Control } from './consent';

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
