/** Scenes multiplied under fake hosts, so that a long run has as many sites as it needs. */
import type { Scene } from '../../test/scenes/scene';

/** `count` sites made of scenes in turn: the same pages under hosts of their own, the third parties they share. */
export function multiply(scenes: readonly Scene[], count: number): Scene[] {
  return Array.from({ length: count }, (_, index) => copyOf(scenes[index % scenes.length]!, index));
}

function copyOf(scene: Scene, index: number): Scene {
  const own = Object.entries(scene.hosts).filter(([, target]) => !target.startsWith('third-party:')).map(([host]) => host);
  const renamed = (host: string) => host.replace(/([^.]+)\.([^.]+)$/, `$1-${index}.$2`);
  const inKeys = <T>(record: Record<string, T> | undefined) =>
    Object.fromEntries(Object.entries(record ?? {}).map(([key, value]) => [own.reduce((text, host) => (text.includes(host) ? text.replace(host, renamed(host)) : text), key), value]));
  const url = new URL(scene.url);
  url.hostname = renamed(url.hostname);
  return { ...scene, id: `${scene.id}-${index}`, url: url.href, hosts: inKeys(scene.hosts), responses: inKeys(scene.responses), versions: scene.versions && inKeys(scene.versions) };
}
