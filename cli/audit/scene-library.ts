/** The scene library as the demo sees it. It is test material with a server of its own, found by its place and loaded when asked for. */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Text } from '../../analyzers/artifacts';
import { ROOT } from '../build';
import type { Step } from '../steps';
import type { Expectation } from './expectation';

export interface LibraryScene {
  id: string;
  title: Text;
  story: Text;
  url: string;
  steps: Step[];
  expect: Expectation;
}

export interface LibraryServer {
  port: number;
  scenes: LibraryScene[];
  chromeArgs(): string[];
  firefoxPrefs(): Record<string, string | number | boolean>;
  stop(): Promise<void>;
}

/** Address of the list of scenes, in a browser whose hosts are mapped to the server. */
export const SCENE_INDEX = 'http://scenes.test/';

/** Scenes that show hostile input rather than sites; the tests run them, the demo does not. */
const isBadInput = (scene: LibraryScene) => scene.id.startsWith('bad-input/');

/** Starts the server of the library on loopback. */
export async function startLibrary(): Promise<{ server: LibraryServer; scenes: LibraryScene[] }> {
  const { startSceneServer } = (await import(pathToFileURL(join(ROOT, 'test', 'scenes', 'server.ts')).href)) as { startSceneServer(): Promise<LibraryServer> };
  const server = await startSceneServer();
  return { server, scenes: server.scenes.filter((scene) => !isBadInput(scene)) };
}
