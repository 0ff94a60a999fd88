/** What of labelled requests the traffic reader finds, kind by kind, and what it takes for personal that is not. */
import type { DataKind } from '../../analyzers/artifacts';
import { Observer } from '../../analyzers/traffic/observe';
import { PERSONS } from '../sdk-samples/persons';
import type { LabelledSample } from '../sdk-samples/sample';

/** `visit`: with what was typed on the page and kept by the browser, as the extension knows it. `cold`: the request alone, as in a recording. */
export type Mode = 'visit' | 'cold';

export interface KindScore {
  kind: DataKind;
  found: number;
  missed: number;
  wrong: number;
}

export interface Miss {
  sample: LabelledSample;
  kind: DataKind;
  /** Path and mask of what was wrongly found; absent where something was missed. */
  item?: string;
}

/** Kinds that a request alone cannot show: words are searched or typed only where the page says so. */
const ONLY_IN_VISIT: ReadonlySet<DataKind> = new Set(['search-or-page-content', 'typed-text']);

/** Compares labels and findings by request and kind: a kind counts once a request, however often it stands there. */
export function scoreSamples(samples: readonly LabelledSample[], mode: Mode): { scores: KindScore[]; misses: Miss[] } {
  const scores = new Map<DataKind, KindScore>();
  const scoreOf = (kind: DataKind) => {
    const score = scores.get(kind) ?? { kind, found: 0, missed: 0, wrong: 0 };
    scores.set(kind, score);
    return score;
  };
  const misses: Miss[] = [];
  for (const sample of samples) {
    const items = itemsOf(sample, mode);
    const found = new Map(items.map((item) => [oneIdentifier(item.kind), `${item.path} ${item.mask} ${item.foundBy}`]));
    const wanted = new Set(sample.kinds.filter((kind) => mode === 'visit' || !ONLY_IN_VISIT.has(kind)));
    for (const kind of wanted) {
      if (found.has(kind)) scoreOf(kind).found++;
      else {
        scoreOf(kind).missed++;
        misses.push({ sample, kind });
      }
    }
    for (const [kind, item] of found) {
      if (wanted.has(kind)) continue;
      scoreOf(kind).wrong++;
      misses.push({ sample, kind, item });
    }
  }
  return { scores: [...scores.values()].sort((a, b) => b.found + b.missed - a.found - a.missed), misses };
}

function itemsOf(sample: LabelledSample, mode: Mode) {
  const observer = new Observer('bench');
  if (mode === 'visit') {
    const person = PERSONS[sample.person];
    if (person) for (const [field, value] of [['search', person.search], ['name', person.name], ['phone', person.phone], ['email', person.email], ['password', person.password]] as const) observer.addTyped(field, value);
    for (const [area, key, value, hours = 8_760] of sample.stored ?? []) {
      observer.addStored({ at: 0, area: area === 'cookie' ? 'cookie' : 'local', key, value, lifetimeHours: area === 'cookie' ? hours : null, pageUrl: 'https://www.shop.example.cn/' });
    }
  }
  return observer.observe({
    id: '1', at: 1, url: sample.url, method: sample.method, type: 'xmlhttprequest', pageUrl: 'https://www.shop.example.cn/', seenBy: 'web-request',
    headers: Object.entries(sample.headers).map(([name, value]) => ({ name, value })), ...(sample.body ? { body: new Uint8Array(Buffer.from(sample.body, 'base64')) } : {}),
  }).items;
}

/** Which store an identifier is kept in changes its name, not what it is. */
function oneIdentifier(kind: DataKind): DataKind {
  return kind === 'cookie-id' ? 'device-id' : kind;
}
