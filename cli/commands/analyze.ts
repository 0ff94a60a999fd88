/** `mingshi analyze`: judges policy files. */
import { EXIT } from '../io';
import type { Io } from '../io';

export async function run(_argv: string[], io: Io): Promise<number> {
  io.stderr('');
  return EXIT.usage;
}
