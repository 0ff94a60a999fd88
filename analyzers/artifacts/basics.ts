/** What every artifact uses: time, the two languages, and the upper bounds. */

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
