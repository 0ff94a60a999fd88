/** Named values, and where in a request they stand. */
import type { DataItem } from '../../artifacts';

/** One named value of a request. */
export interface Leaf {
  where: DataItem['where'];
  /** Way to the value: `body > base64 > gzip > json > [0].properties.phone`. */
  path: string;
  /** Path of the object or form the value stands in: values with the same one belong together. */
  parent: string;
  /** Name of the value; inside an array, the array's name. */
  key: string;
  value: string;
  /** Stood in base64, hex, compression or a JWT. */
  encoded: boolean;
  /** Number of the address part it came from (see `splitUrl`), -1 elsewhere. */
  part: number;
  /** Media type of a file part. */
  mediaType?: string;
}

/** Where a piece of text stands, while decoding. */
export type Place = Omit<Leaf, 'value'> & { depth: number };

/** A place of its own, not yet inside anything. */
export function at(where: Leaf['where'], path: string, parent: string, key: string, part = -1): Place {
  return { where, path, parent, key, part, encoded: false, depth: 0 };
}

/** The same place, one encoding further in. */
export function deeper({ where, path, parent, key, part, encoded, depth }: Place): Place {
  return { where, path, parent, key, part, encoded, depth: depth + 1 };
}

/** A named value of the structure at a place. */
export function member({ where, path, part, encoded, depth }: Place, step: string, key = step): Place {
  return { where, path: `${path} > ${step}`, parent: path, key, part, encoded, depth };
}

/** What stands in a form, a document or a compressed piece at a place. */
export function inside(place: Place, step: string): Place {
  const { where, parent, key, part, encoded, depth } = place;
  const packed = step === 'gzip' || step === 'zlib';
  return { where, path: `${place.path} > ${step}`, parent, key, part, encoded: encoded || packed, depth: depth + 1 };
}

/** As `inside`, of an encoding that hides the value from the eye. */
export function packedInside(place: Place, step: string): Place {
  return { ...inside(place, step), encoded: true };
}
