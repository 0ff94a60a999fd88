/** The policy: what the operator says. */
import type { EpochMs } from './basics';
import type { Looks } from './consent';

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

/** The version of the site's policy that was seen on an earlier visit, where its text was another. */
export interface EarlierPolicy {
  document: PolicyDocument;
  firstSeen: EpochMs;
  lastSeen: EpochMs;
}

/** What the kept versions of one policy tell of its past. */
export interface PolicyPast {
  /** The first of them was first seen. */
  since: EpochMs;
  /** The last change of meaning: `from` the old version was last seen, `to` the new one was first. */
  changed?: { from: EpochMs; to: EpochMs };
}
