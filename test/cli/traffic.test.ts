import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { Traffic } from '../../cli/browser/traffic';
import type { TrafficSource } from '../../cli/browser/traffic';

/** A tab that tells what a test says. */
class Tab extends EventEmitter {
  detached = false;
  readonly parts = new Map<string, Tab>();
  send = () => Promise.resolve({});
  connection = () => ({ session: (id: string) => (this.parts.get(id) ?? null) as unknown as TrafficSource });

  asks(requestId: string, loaderId: string, { type = 'Fetch', frameId = 'tab' } = {}): void {
    this.emit('Network.requestWillBeSent', { requestId, loaderId, frameId, type });
  }

  goesTo(loaderId: string, frame: { id: string; parentId?: string } = { id: 'tab' }): void {
    this.emit('Page.frameNavigated', { frame: { ...frame, loaderId } });
  }
}

/** A watched tab; `quiet` asks for so much rest, for six times as long. */
async function watched(idleMs = 20): Promise<{ tab: Tab; quiet: () => Promise<boolean> }> {
  const tab = new Tab();
  const traffic = await Traffic.watch(tab as unknown as TrafficSource);
  tab.goesTo('first');
  return { tab, quiet: () => traffic.quiet(idleMs, 6 * idleMs) };
}

it('is not quiet while a request waits for its answer, and is when the answer begins', async () => {
  const { tab, quiet } = await watched();
  expect(await quiet()).toBe(true);
  tab.asks('1', 'first');
  expect(await quiet()).toBe(false);
  tab.emit('Network.responseReceived', { requestId: '1' });
  expect(await quiet()).toBe(true);
});

it('waits anew after a request that came and went', async () => {
  // Long rests: on a machine under load a clock of five milliseconds may stand still for twenty.
  const { tab, quiet } = await watched(200);
  const ticking = setInterval(() => {
    tab.asks('1', 'first');
    tab.emit('Network.loadingFailed', { requestId: '1' });
  }, 5);
  expect(await quiet()).toBe(false);
  clearInterval(ticking);
});

it('forgets what a page asked for that was left, also when it is told too late', async () => {
  const { tab, quiet } = await watched();
  tab.asks('hanging', 'first');
  tab.asks('page', 'second', { type: 'Document' });
  tab.goesTo('second');
  tab.asks('late', 'first');
  expect(await quiet()).toBe(false); // the new document itself
  tab.emit('Network.responseReceived', { requestId: 'page' });
  expect(await quiet()).toBe(true);
  tab.asks('new', 'second');
  expect(await quiet()).toBe(false);
});

it('does not wait for what nobody waits for', async () => {
  const { tab, quiet } = await watched();
  for (const type of ['Ping', 'EventSource', 'WebSocket', 'CSPViolationReport']) tab.asks(type, 'first', { type });
  expect(await quiet()).toBe(true);
});

it('counts what frames of other sites and workers ask for, until they are gone', async () => {
  const { tab, quiet } = await watched();
  const part = new Tab();
  tab.parts.set('part', part);
  tab.emit('Target.attachedToTarget', { sessionId: 'part', targetInfo: { type: 'iframe' } });
  part.asks('1', 'advert', { frameId: 'frame' });
  expect(await quiet()).toBe(false);
  tab.emit('Page.frameDetached', { frameId: 'frame', reason: 'swap' });
  expect(await quiet()).toBe(false);
  tab.emit('Page.frameDetached', { frameId: 'frame', reason: 'remove' });
  expect(await quiet()).toBe(true);
  part.asks('2', 'advert', { frameId: 'frame' });
  tab.goesTo('other advert', { id: 'frame', parentId: 'tab' });
  expect(await quiet()).toBe(true);
});

it('is never quiet once the browser has gone', async () => {
  const { tab, quiet } = await watched();
  tab.detached = true;
  expect(await quiet()).toBe(false);
});
