/** Whether the background's memory and its store stay flat over many page loads. */
import type { AddressInfo } from 'node:net';
import { launch, servePage } from './page-load';

const LOADS = 500;
/** Loads between two looks at the heap. */
const EVERY = 25;
/** Sites visited in turn, so that visits end and begin. */
const SITES = 10;
/** The first looks show the heap being filled for the first time (code, tables, caches with a bound): the trend is taken after them. */
const SETTLED_AFTER = 100;

interface Look {
  loads: number;
  /** Bytes in use after a collection. */
  heap: number;
  /** Bytes of all stores of the extension. */
  stored: number;
}

/** Loads pages one after the other in one tab and looks at the worker's heap after garbage collection. */
export async function benchMemory(executable: string, extension: string, loads = LOADS): Promise<string[]> {
  const server = servePage();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await launch(executable, extension);
  try {
    const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
    const worker = (await target.worker())!;
    // The session also keeps the worker from being put to sleep, which would hide a leak.
    const session = worker.client;
    const page = await browser.newPage();
    const looks: Look[] = [];
    for (let i = 0; i <= loads; i++) {
      if (i % EVERY === 0) {
        await new Promise((resolve) => setTimeout(resolve, 2_500)); // decoding, judging and writing come to rest
        await session.send('HeapProfiler.collectGarbage');
        const { usedSize } = await session.send('Runtime.getHeapUsage');
        const stored = (await worker.evaluate('navigator.storage.estimate().then(({ usage }) => usage)')) as number;
        looks.push({ loads: i, heap: usedSize, stored });
      }
      if (i < loads) await page.goto(`http://site${i % SITES}.test:${port}/`, { waitUntil: 'load' });
    }
    const settled = looks.filter((look) => look.loads >= SETTLED_AFTER);
    const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
    return [
      `heap after ${looks.map((look) => `${look.loads}: ${megabytes(look.heap)}`).join(', ')} MB`,
      `trend after the first ${SETTLED_AFTER}: ${(slope(settled.map((look) => [look.loads, look.heap])) * 100 / 1024).toFixed(1)} kB per 100 loads`,
      `stored after ${SETTLED_AFTER}: ${megabytes(settled[0]?.stored ?? 0)} MB, after ${loads}: ${megabytes(looks.at(-1)!.stored)} MB`,
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

/** Least-squares slope of y over x. */
function slope(points: [x: number, y: number][]): number {
  const mean = (which: 0 | 1) => points.reduce((sum, point) => sum + point[which], 0) / points.length;
  const [mx, my] = [mean(0), mean(1)];
  const over = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  return over / points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
}
