/** Messages to the background: batched, and capped so that a page that floods us floods nobody else. */
import { browser } from 'wxt/browser';
import type { FromPage } from '@/entrypoints/background/messages';

/** Messages of one document in one second, and in all. */
const PER_SECOND = 20;
const IN_ALL = 2_000;
const BATCH_MS = 250;
/** Items one message carries. */
const BATCH_ITEMS = 100;

type Batched = Extract<FromPage, { type: 'typed' | 'storage' | 'bodies' | 'probes' }>;

export class Outbox {
  private queue: FromPage[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private left = IN_ALL;
  private second = 0;
  private inSecond = 0;
  private complained = false;
  private closed = false;
  /** Called once nobody is there to hear any more: the extension was updated or removed. */
  onClosed: () => void = () => undefined;

  /** Queues one message; batches of a kind are joined. `urgent` sends what is queued at once, in order. */
  post(message: FromPage, urgent = false): void {
    if (this.closed) return;
    const last = this.queue.findLast((one) => one.type === message.type);
    if (!join(last, message)) this.queue.push(message);
    if (this.queue.length > 200) this.drop();
    if (urgent) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), BATCH_MS);
  }

  /** Sends what is queued, as far as the caps allow; the rest waits for the next second. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    while (this.queue.length > 0 && !this.closed) {
      const now = Math.floor(Date.now() / 1_000);
      if (now !== this.second) {
        this.second = now;
        this.inSecond = 0;
      }
      if (this.left <= 0) return this.drop();
      if (this.inSecond >= PER_SECOND) {
        this.timer = setTimeout(() => this.flush(), 1_000 - (Date.now() % 1_000) + 5);
        return;
      }
      this.inSecond++;
      this.left--;
      this.send(this.queue.shift()!);
    }
  }

  private close(): void {
    if (this.closed) return;
    this.closed = true;
    clearTimeout(this.timer);
    this.queue = [];
    this.onClosed();
  }

  /** Too much: says so once, and keeps nothing of the flood. */
  private drop(): void {
    this.queue = [];
    if (this.complained) return;
    this.complained = true;
    this.send({ type: 'problem', problem: { at: Date.now(), kind: 'requests-dropped', detail: 'page messages' } });
  }

  private send(message: FromPage): void {
    try {
      // The background may be restarting: the message is lost, the page unharmed. A script left over from an update throws.
      void browser.runtime.sendMessage(message).catch(() => undefined);
    } catch {
      this.close();
    }
  }
}

/** Appends a batch to a waiting one of the same kind. */
function join(waiting: FromPage | undefined, message: FromPage): boolean {
  if (!waiting || waiting.type !== message.type) return false;
  const [into, from] = [listOf(waiting), listOf(message)];
  if (!into || !from || into.length + from.length > BATCH_ITEMS) return false;
  into.push(...from);
  return true;
}

function listOf(message: FromPage): unknown[] | undefined {
  const batch = message as Batched;
  switch (batch.type) {
    case 'typed': return batch.values;
    case 'storage': return batch.writes;
    case 'bodies': return batch.bodies;
    case 'probes': return batch.probes;
    default: return undefined;
  }
}
