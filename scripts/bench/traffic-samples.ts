/** The labelled requests that the traffic reader is measured on. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { Observer } from '../../analyzers/traffic/observe';
import { DECOYS, type Decoy } from '../../test/fixtures/traffic/decoys';
import { WRITTEN_SAMPLES } from '../../test/fixtures/traffic/written-samples';
import type { LabelledSample } from '../sdk-samples/sample';

const RECORDED = fileURLToPath(new URL('../../test/fixtures/traffic/sdk-samples.jsonl.gz', import.meta.url));

/** Requests of real SDKs, recorded by `scripts/sdk-samples/record.ts`. */
export function recordedSamples(): LabelledSample[] {
  return gunzipSync(readFileSync(RECORDED)).toString().trim().split('\n').map((line) => JSON.parse(line) as LabelledSample);
}

export interface SampleSet {
  name: string;
  samples: readonly LabelledSample[];
}

/** Recorded samples in two halves by SDK (every other name), and the written ones. */
export function sampleSets(): SampleSet[] {
  const recorded = recordedSamples();
  const names = [...new Set(recorded.map(({ sdk }) => sdk))].sort();
  const half = (rest: number) => recorded.filter(({ sdk }) => names.indexOf(sdk) % 2 === rest);
  return [{ name: 'recorded, SDKs of the first half', samples: half(0) }, { name: 'recorded, SDKs of the second half', samples: half(1) }, { name: 'written, Chinese services', samples: WRITTEN_SAMPLES }];
}

/** Decoys in which something is found, with what. */
export function wrongDecoys(): { decoy: Decoy; found: string[] }[] {
  return DECOYS.flatMap((decoy) => {
    const { items } = new Observer('bench').observe({ id: '1', at: 1, url: decoy.url, method: decoy.body ? 'POST' : 'GET', type: 'xmlhttprequest', pageUrl: 'https://www.shop.example.cn/', seenBy: 'web-request', ...(decoy.body ? { body: decoy.body } : {}) });
    return items.length > 0 ? [{ decoy, found: items.map(({ kind, path }) => `${kind} ${path}`) }] : [];
  });
}

export { DECOYS };
