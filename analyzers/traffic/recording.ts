/**
 * Whether a request uploads a recording of what a person does: DOM snapshots and changes of session recorders (rrweb and
 * those built on it: their public event format), timed pointer positions, or input stroke by stroke. Works on decoded values, in
 * one pass; nothing of the recording is kept but its form and size.
 */
import type { RecordingSign } from '../artifacts';
import type { Leaf } from './decode';

/** Fewer values than this hold no batch of events. */
const LEAST_LEAVES = 12;
/** Elements described one by one from which a body is a snapshot of a page. */
const SNAPSHOT_NODES = 15;
/** Events a snapshot counts as: a recording begins with one. */
const SNAPSHOT_EVENTS = 5;
/** Timed positions in one request from which they are a movement, not a few clicks. */
const LEAST_POSITIONS = 8;
const LEAST_STROKES = 4;

const X = 1;
const Y = 2;
const TIME = 4;
const TYPE = 8;
const STAMP = 16;
const DATA = 32;
const MARK = 64;
const VALUE = 128;
const FIELD = 256;
const STROKE = 512;

/** What the name of a value says of the object it stands in. */
const BIT_OF_KEY: Record<string, number> = {
  x: X, clientx: X, pagex: X, screenx: X, offsetx: X, y: Y, clienty: Y, pagey: Y, screeny: Y, offsety: Y,
  t: TIME, ts: TIME | STAMP, time: TIME, timestamp: TIME | STAMP, timeoffset: TIME, offset: TIME, dt: TIME, at: TIME,
  type: TYPE, value: VALUE, text: VALUE, val: VALUE, input: VALUE, field: FIELD, selector: FIELD, xpath: FIELD, element: FIELD, el: FIELD, target: FIELD,
  keycode: STROKE, keychar: STROKE,
};
/** Members of rrweb's `data` that no statistics event has. */
const REPLAY_MARKS = new Set(['source', 'node', 'positions', 'timeoffset', 'childnodes', 'initialoffset', 'parentid', 'isstyle', 'cv', 'tagname', 'iscontinued']);
/** Events of products that wrap recorded events: PostHog's `$snapshot`. */
const WRAPPED = new Set(['$snapshot', '$snapshot_items', 'replay_event', 'replay_recording']);
/** Names of lists of bare triples `[x, y, t]`. */
const TRACK_NAME = /^(?:tracks?|traces?|trail|moves?|movements?|mouse(?:moves?|data|track)?|pointer(?:s|data)?|points?|gestures?|cursor|heatmap|mm|track_?data|behavior)$/i;

/** What the name of a value tells; batches repeat their names, so each is looked at once. */
interface KeySigns {
  bit: number;
  isMark: boolean;
  isTrack: boolean;
  isTag: boolean;
  isEvent: boolean;
  isStyle: boolean;
  /** None of all this. */
  isNothing: boolean;
}

const SIGNS = new Map<string, KeySigns>();
/** Names kept; a page can invent names without end. */
const SIGNS_KEPT = 2_000;

function signsOf(key: string): KeySigns {
  const known = SIGNS.get(key);
  if (known) return known;
  const name = key.toLowerCase();
  const signs = { bit: BIT_OF_KEY[name] ?? 0, isMark: REPLAY_MARKS.has(name), isTrack: TRACK_NAME.test(key), isTag: name === 'tagname', isEvent: name === 'event', isStyle: name === 'cv' };
  if (SIGNS.size >= SIGNS_KEPT) SIGNS.clear();
  const kept = { ...signs, isNothing: !signs.bit && !signs.isMark && !signs.isTrack && !signs.isEvent };
  SIGNS.set(key, kept);
  return kept;
}

/** What kind of recording a body is, if it is one. */
export function recordingSign(leaves: readonly Leaf[]): RecordingSign | undefined {
  if (leaves.length < LEAST_LEAVES) return undefined;
  const objects = new Map<string, number>();
  const triples = new Map<string, number>();
  let nodes = 0;
  let wrapped = false;
  // Paths are put together lazily by the engine: looking into each costs more than all the rest, so only where events are.
  const hasEvents = leaves.some(({ key, value }) => signsOf(key).bit === TYPE && isEventType(value));
  for (const { key, value, parent, path, where } of leaves) {
    if (where !== 'body') continue;
    const signs = signsOf(key);
    const data = hasEvents ? path.indexOf('.data') : -1;
    if (data > 0 && (data + 5 === path.length || path[data + 5] === '.')) {
      const event = path.slice(0, data);
      objects.set(event, (objects.get(event) ?? 0) | DATA | (signs.isMark ? MARK : 0));
    }
    if (signs.isNothing) continue;
    if (signs.isTag) nodes++;
    else if (signs.isEvent && WRAPPED.has(value)) wrapped = true;
    const { bit } = signs;
    if (bit && (bit & (VALUE | FIELD) || isNumber(value))) {
      if (bit !== TYPE || isEventType(value)) objects.set(parent, (objects.get(parent) ?? 0) | bit);
    }
    if (signs.isStyle) objects.set(parent, (objects.get(parent) ?? 0) | MARK);
    if (signs.isTrack && isNumber(value) && path.endsWith(']')) triples.set(parent, (triples.get(parent) ?? 0) + 1);
  }
  let events = 0;
  let stamped = 0;
  let positions = 0;
  let strokes = 0;
  for (const bits of objects.values()) {
    if (has(bits, TYPE | STAMP)) {
      if (has(bits, DATA | MARK)) events++;
      else stamped++;
    }
    if (has(bits, X | Y | TIME)) positions++;
    if (has(bits, VALUE | TIME | FIELD) || has(bits, STROKE | TIME)) strokes++;
  }
  for (const members of triples.values()) if (members === 3 || members === 4) positions++;
  // Recorders pack events one by one, or all together: then the product's own name for a recording tells.
  if (wrapped) events = Math.max(SNAPSHOT_EVENTS, events + stamped);
  if (nodes >= SNAPSHOT_NODES) events = Math.max(events, SNAPSHOT_EVENTS);
  if (events >= 2) return { form: 'replay', events };
  if (positions >= LEAST_POSITIONS) return { form: 'pointer', events: positions };
  return strokes >= LEAST_STROKES ? { form: 'input', events: strokes } : undefined;
}

/** The type of a recorded event is a number from 0 to 6; that of a statistics event is a word. */
function isEventType(value: string): boolean {
  return value.length === 1 && value <= '6';
}

function has(bits: number, wanted: number): boolean {
  return (bits & wanted) === wanted;
}

function isNumber(value: string): boolean {
  const first = value.charCodeAt(0);
  return value.length <= 18 && ((first >= 48 && first <= 57) || first === 45);
}
