/**
 * The requests a page has under way. Counted per document: the browser does not always tell what became of a request whose
 * document is gone (a beacon sent while leaving, an answer nobody waits for any more), and such a one would count for ever.
 */
import type { CDPSession, Protocol } from 'puppeteer-core';
import { pause } from './session';

/** What stays open for its own sake, or is sent without anybody waiting for an answer. */
const NOT_AWAITED: ReadonlySet<string> = new Set<Protocol.Network.ResourceType>(['Ping', 'EventSource', 'WebSocket', 'CSPViolationReport']);

/** Targets that make requests for the page: frames of other sites, and workers. */
const PARTS: ReadonlySet<string> = new Set(['iframe', 'worker']);

const LOOK_MS = 50;

interface Request {
  document: string;
  frame: string | undefined;
}

/** As much of a driver's session as is needed, for tests. */
export type TrafficSource = Pick<CDPSession, 'on' | 'send' | 'detached'> & { connection(): { session(id: string): TrafficSource | null } | undefined };

export class Traffic {
  readonly #underWay = new Map<string, Request>();
  #calmSince = Date.now();
  /** The document of the tab, and the one before: a beacon may be reported after the page that sent it was left. */
  #document = '';
  #left = '';

  private constructor(private readonly client: TrafficSource) {}

  /** Counts from now on what the tab of `client` asks for. */
  static async watch(client: TrafficSource): Promise<Traffic> {
    const traffic = new Traffic(client);
    client.on('Page.frameNavigated', ({ frame }: Protocol.Page.FrameNavigatedEvent) => traffic.#onNavigated(frame));
    client.on('Target.attachedToTarget', ({ sessionId, targetInfo }: Protocol.Target.AttachedToTargetEvent) => {
      const part = PARTS.has(targetInfo.type) ? client.connection()?.session(sessionId) : undefined;
      // A part that is gone before it could be watched asks for nothing.
      if (part) traffic.#count(part).catch(() => undefined);
    });
    await client.send('Page.enable');
    await traffic.#count(client);
    await client.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
    return traffic;
  }

  /** See `BrowserSession.quiet`. */
  async quiet(idleMs: number, timeoutMs: number): Promise<boolean> {
    const from = Date.now();
    while (!this.client.detached) {
      const now = Date.now();
      const left = this.#underWay.size > 0 ? LOOK_MS : idleMs - (now - Math.max(from, this.#calmSince));
      if (left <= 0) return true;
      if (now >= from + timeoutMs) return false;
      await pause(Math.min(left, from + timeoutMs - now));
    }
    return false;
  }

  async #count(client: TrafficSource): Promise<void> {
    client.on('Network.requestWillBeSent', ({ requestId, loaderId, frameId, type }: Protocol.Network.RequestWillBeSentEvent) => {
      if (NOT_AWAITED.has(type ?? '') || (loaderId !== '' && loaderId === this.#left)) return;
      this.#underWay.set(requestId, { document: loaderId, frame: frameId });
    });
    // An answer that has begun is an answer: what streams on does not keep a page from being at rest.
    client.on('Network.responseReceived', ({ requestId }: Protocol.Network.ResponseReceivedEvent) => this.#ended(requestId));
    client.on('Network.loadingFinished', ({ requestId }: Protocol.Network.LoadingFinishedEvent) => this.#ended(requestId));
    client.on('Network.loadingFailed', ({ requestId }: Protocol.Network.LoadingFailedEvent) => this.#ended(requestId));
    client.on('Page.frameDetached', ({ frameId, reason }: Protocol.Page.FrameDetachedEvent) => {
      if (reason === 'remove') this.#drop((request) => request.frame === frameId);
    });
    // Bodies are the extension's concern: none is kept here.
    await client.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 });
  }

  #onNavigated({ id, parentId, loaderId }: Protocol.Page.Frame): void {
    if (parentId !== undefined) return this.#drop((request) => request.frame === id && request.document !== loaderId);
    if (loaderId !== this.#document) this.#left = this.#document;
    this.#document = loaderId;
    // With the tab's document all its frames and workers are gone.
    this.#drop((request) => request.document !== loaderId);
  }

  #ended(id: string): void {
    if (this.#underWay.delete(id)) this.#calmSince = Date.now();
  }

  #drop(isGone: (request: Request) => boolean): void {
    for (const [id, request] of this.#underWay) if (isGone(request)) this.#ended(id);
  }
}
