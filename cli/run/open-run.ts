/** Opens the folders of runs: an earlier one for reading, one to write to. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../begin';
import type { Io } from '../io';
import { translate } from '../../locales/cli';
import { RunFolder, setAside } from './run-folder';
import { messageOf } from '../io';

/** @throws UsageError where it is none */
export function openRun(path: string, io: Io): RunFolder {
  if (!existsSync(join(path, 'results.jsonl'))) throw new UsageError(translate(io.lang, 'cli.judge.unreadable', { path }));
  return RunFolder.forReading(path);
}

/** The folder for a run's results; what an earlier run has left there is put aside, unless it is gone on with. @throws UsageError */
export function openOut(path: string, io: Io, { resume = false, isShared = false } = {}): RunFolder {
  try {
    const aside = resume ? undefined : setAside(path, isShared);
    if (aside !== undefined) io.stderr(`${translate(io.lang, 'cli.audit.set-aside', { path: aside })}\n`);
    return new RunFolder(path, resume);
  } catch (error) {
    throw new UsageError(translate(io.lang, 'cli.audit.out-failed', { path, reason: messageOf(error) }));
  }
}
