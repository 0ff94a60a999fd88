/** A place in a policy or one of its linked documents, as a sentence to show. */
import type { PolicyDocument } from '../../artifacts';
import type { Reading, Sentence, Span } from '../reading';

export interface Said {
  /** Address of the document the words stand in. */
  url: string;
  sha256: string;
  /** The very words, 10 to 120 characters. */
  quote: string;
  /** Offsets into the document's text. */
  start: number;
  end: number;
}

/** The words of a sentence around a hit. */
export function saidAt(reading: Reading, sentence: Sentence, around?: Span): Said {
  const { document } = reading;
  const { start, end } = reading.quote(sentence, around);
  return { ...sourceOf(document), quote: document.text.slice(start, end), start, end };
}

export function sourceOf(document: PolicyDocument): Pick<Said, 'url' | 'sha256'> {
  return { url: document.finalUrl, sha256: document.source.sha256 };
}
