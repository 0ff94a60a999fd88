/**
 * What an audit of one site keeps: the raw artifacts of each sitting, from which the report is made, now or years later
 * (`mingshi judge`). Written as `artifacts.json.gz` into the site's evidence folder: add, never rename.
 */
import type { EpochMs, FieldKind, Lang, Visit } from '../../analyzers/artifacts';
import type { AuditFailure } from './failure';

/** What is done with a consent dialog in one sitting. */
export type ConsentMode = 'ignore' | 'accept' | 'refuse';

/** `all`: three sittings, one each. */
export type ConsentChoice = ConsentMode | 'all';

/** The sittings of a choice, in order; the first one stands for the page as everyone meets it. */
export function modesOf(consent: ConsentChoice): ConsentMode[] {
  return consent === 'all' ? ['ignore', 'accept', 'refuse'] : [consent];
}

/** A screenshot that was taken; its bytes lie in the evidence folder. */
export interface ShotRecord {
  file: string;
  /** SHA-256 of the bytes, hex. */
  sha256: string;
  at: EpochMs;
  /** Rule whose suspected violation it proves; absent for the page as a whole. */
  rule?: string;
}

/** One control the audit pressed, in its own profile. */
export interface Pressed {
  /** `open`: a way to further choices; `save`: what stores them. */
  as: 'accept' | 'refuse' | 'open' | 'switch-off' | 'save';
  text: string;
  selector: string;
  pageUrl: string;
  at: EpochMs;
}

/** What became of answering the consent dialog. */
export interface ChoiceRecord {
  /** `made`; `no-surface`: nothing asked; `no-control`: it asked, but there was no way to give this answer; `failed`: it could not be pressed. */
  outcome: 'made' | 'no-surface' | 'no-control' | 'failed';
  pressed: Pressed[];
  detail?: string;
  /** Screenshots before the first press and after the last. */
  before?: string;
  after?: string;
}

/** A field that was filled with a made-up value; the form was not sent. */
export interface PlantedField {
  kind: FieldKind;
  label: string;
  selector: string;
  pageUrl: string;
  at: EpochMs;
  /** The value: made up, so it may be told in full. */
  value: string;
  /** Why it was not filled; absent where it was. */
  problem?: string;
}

/** A page the audit went to, beside the one it was asked for. */
export interface FurtherPage {
  url: string;
  kind: 'home' | 'login' | 'registration' | 'other';
  /** How it was reached; absent for a link. `script`: a control without address was pressed, and opened it or a dialog on it. */
  by?: 'script';
  /** Text of that control. */
  pressed?: string;
  /** Key below `cli.audit.failure` or `cli.audit.notes.page-problem`; absent where it was seen. */
  problem?: string;
}

/** One look at a site in a fresh profile. */
export interface Sitting {
  mode: ConsentMode;
  at: EpochMs;
  browser: string;
  /** Absent where the extension saw nothing. */
  visit?: Visit;
  failure?: AuditFailure;
  choice?: ChoiceRecord;
  planted?: PlantedField[];
  pages?: FurtherPage[];
  shots: ShotRecord[];
}

export interface SiteRecord {
  format: 1;
  /** Address given on the command line or in the list. */
  requested: string;
  /** Language of the sentences that a report holds in one language only. */
  lang: Lang;
  consent: ConsentChoice;
  sittings: Sitting[];
}
