/**
 * A small client of Marionette, Firefox's own remote control: numbered commands as length-prefixed JSON over TCP.
 * A frame is `<bytes>:<json>`; a request is `[0, id, name, parameters]`, its answer `[1, id, error, result]`.
 */
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { pause } from './session';

/** Longest frame accepted, bytes: screenshots of whole pages are some megabytes. */
const LONGEST_FRAME = 256 * 1024 * 1024;

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** An error that Firefox answered, with its WebDriver code (`timeout`, `no such element`, `unexpected alert open`, …). */
export class MarionetteError extends Error {
  constructor(readonly code: string, message: string) {
    super(`${code}: ${message}`);
  }
}

export class Marionette {
  #next = 1;
  #waiting = new Map<number, Waiting>();
  #reader = new FrameReader();
  #ended: Error | undefined;

  private constructor(private readonly socket: Socket, greeted: () => void) {
    socket.on('data', (chunk: Buffer) => {
      try {
        for (const frame of this.#reader.push(chunk)) this.#receive(frame, greeted);
      } catch (error) {
        this.#end(error instanceof Error ? error : new Error(String(error)));
      }
    });
    socket.on('error', (error) => this.#end(error));
    socket.on('close', () => this.#end(new Error('the browser closed the connection')));
  }

  /** Connects as soon as the browser listens. @param alive Whether the browser still runs. */
  static async connect(port: number, timeoutMs: number, alive: () => boolean): Promise<Marionette> {
    const until = Date.now() + timeoutMs;
    for (;;) {
      const socket = await tryConnect(port);
      if (socket) {
        return await new Promise<Marionette>((resolve, reject) => {
          const client: Marionette = new Marionette(socket, () => resolve(client));
          setTimeout(() => reject(new Error('no greeting from the browser')), Math.max(until - Date.now(), 1_000)).unref();
        });
      }
      if (!alive()) throw new Error('the browser ended at once');
      if (Date.now() > until) throw new Error('the browser did not open its remote control');
      await pause(100);
    }
  }

  /** Sends one command and waits for its answer. */
  send<T = unknown>(name: string, parameters: Record<string, unknown> = {}): Promise<T> {
    if (this.#ended) return Promise.reject(this.#ended);
    const id = this.#next++;
    const json = JSON.stringify([0, id, name, parameters]);
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (result: unknown) => void, reject });
      this.socket.write(`${Buffer.byteLength(json)}:${json}`);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  #receive(frame: unknown, greeted: () => void): void {
    if (!Array.isArray(frame)) return greeted();
    const [, id, error, result] = frame as [number, number, { error: string; message: string } | null, unknown];
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new MarionetteError(error.error, error.message));
    else waiting?.resolve(result);
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
    this.socket.destroy();
  }
}

/** Cuts a byte stream into frames, however the network delivers it. */
export class FrameReader {
  #chunks: Buffer[] = [];
  #bytes = 0;
  #wanted: number | undefined;

  /** Takes the next bytes. @returns the frames they complete. @throws when the stream is no Marionette. */
  push(chunk: Buffer): unknown[] {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    const frames: unknown[] = [];
    for (;;) {
      this.#wanted ??= this.#readLength();
      if (this.#wanted === undefined || this.#bytes < this.#wanted) return frames;
      frames.push(JSON.parse(this.#take(this.#wanted).toString('utf8')));
      this.#wanted = undefined;
    }
  }

  #readLength(): number | undefined {
    const head = this.#joined().subarray(0, 12);
    const colon = head.indexOf(':');
    if (colon < 0) {
      if (head.length >= 12) throw new Error('not a Marionette stream');
      return undefined;
    }
    const length = Number(head.subarray(0, colon).toString('latin1'));
    if (!Number.isInteger(length) || length < 0 || length > LONGEST_FRAME) throw new Error('bad frame length');
    this.#take(colon + 1);
    return length;
  }

  #joined(): Buffer {
    if (this.#chunks.length !== 1) this.#chunks = [Buffer.concat(this.#chunks)];
    return this.#chunks[0]!;
  }

  #take(length: number): Buffer {
    const all = this.#joined();
    this.#chunks = [all.subarray(length)];
    this.#bytes = all.length - length;
    return all.subarray(0, length);
  }
}

function tryConnect(port: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.removeAllListeners('error');
      resolve(socket);
    });
    socket.once('error', () => {
      socket.destroy();
      resolve(undefined);
    });
  });
}
