/** Opens the folder of an earlier run for reading. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../begin';
import type { Io } from '../io';
import { translate } from '../../locales/cli';
import { RunFolder } from './run-folder';

/** @throws UsageError where it is none */
export function openRun(path: string, io: Io): RunFolder {
  if (!existsSync(join(path, 'results.jsonl'))) throw new UsageError(translate(io.lang, 'cli.judge.unreadable', { path }));
  return RunFolder.forReading(path);
}
