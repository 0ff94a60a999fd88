/**
 * What a policy and its linked documents say of practices that traffic can show: which kinds of data they declare, what they
 * deny, and whether they tell of fingerprints, recordings and transfers abroad. Read only when a rule asks.
 */
import type { DataKind, PolicyDocument } from '../../artifacts';
import { readingOf } from '../analyze';
import type { Reading } from '../reading';
import { denialsOf, type Denial } from './denials';
import { declarationOf, kindsDeclared, kindsMentioned, mentionOf, type KindsSaid } from './kinds-said';
import { abroadTold, fingerprintingTold, recordingTold, type Telling } from './practices';
import type { Said } from './said';

export type { Denial } from './denials';
export type { Said } from './said';
export type { Telling } from './practices';

export interface Promises {
  /** Whether the main document is in a language that can be read: else nothing may be concluded from silence. */
  understood: boolean;
  /** Kinds (of `facts/kinds.ts`) declared anywhere, with the sentence. */
  declared: ReadonlyMap<string, Said>;
  /** The sentence that declares an observed kind. */
  declares(kind: DataKind): Said | undefined;
  /** A sentence that may tell of an observed kind without saying that it is collected. */
  mentions(kind: DataKind): Said | undefined;
  denials: readonly Denial[];
  fingerprinting: Telling;
  recording: Telling;
  abroad: Telling;
}

const known = new WeakMap<PolicyDocument, { linked: readonly PolicyDocument[]; promises: Promises }>();

/** Promises of a policy with its linked documents; made once for the same documents. */
export function promisesOf(document: PolicyDocument, linked: readonly PolicyDocument[]): Promises {
  const before = known.get(document);
  if (before && before.linked.length === linked.length && before.linked.every((one, i) => one === linked[i])) return before.promises;
  const promises = read(document, linked);
  known.set(document, { linked: [...linked], promises });
  return promises;
}

function read(document: PolicyDocument, linked: readonly PolicyDocument[]): Promises {
  const readings = [document, ...linked].flatMap((one) => readingOf(one) ?? []);
  const declared = joined(readings, kindsDeclared);
  const mentioned = joined(readings, kindsMentioned);
  const denials = readings.flatMap(denialsOf);
  return {
    understood: readingOf(document) !== undefined,
    declared,
    declares: (kind) => declarationOf(kind, declared),
    mentions: (kind) => mentionOf(kind, mentioned),
    denials,
    fingerprinting: fingerprintingTold(readings),
    recording: recordingTold(readings),
    abroad: abroadTold(readings, denials.find(({ of }) => of === 'abroad')),
  };
}

/** The first document that says a thing counts: the main text comes first. */
function joined(readings: readonly Reading[], read: (reading: Reading) => KindsSaid): KindsSaid {
  const all: KindsSaid = new Map();
  for (const reading of readings) for (const [kind, said] of read(reading)) if (!all.has(kind)) all.set(kind, said);
  return all;
}
