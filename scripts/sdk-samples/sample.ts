/** One recorded or written request, with what a careful reader finds in it. */
import type { DataKind } from '../../analyzers/artifacts';

export interface RawSample {
  /** Name of the driver, or of the group of written samples. */
  sdk: string;
  /** Index into `PERSONS`. */
  person: number;
  method: string;
  url: string;
  headers: Record<string, string>;
  /** Base64 of the bytes. */
  body?: string;
  /** What the browser kept when the request was sent: area, name, value, and for cookies the hours until they end (a year where it was not noted). */
  stored?: [string, string, string, number?][];
}

export interface LabelledSample extends RawSample {
  /** Kinds of personal data in the request. An identifier of the browser is `device-id`, wherever the browser keeps it. */
  kinds: DataKind[];
}
