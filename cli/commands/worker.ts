/** `mingshi worker`: one machine of a fleet. */
import { auditSite } from '../audit/audit-site';
import { BROWSING, MOST_CONCURRENT, readBrowsing } from '../audit/arguments';
import { EnvironmentError, prepare } from '../audit/environment';
import type { Environment } from '../audit/environment';
import { packOf } from '../audit/evidence';
import { renderRun } from '../audit/report-file';
import type { AuditReport } from '../audit/verdict';
import { begin, readNumber, reportingUsage } from '../begin';
import { FleetError, openFleet, sharedFolder } from '../fleet/queue';
import type { FleetJob } from '../fleet/queue';
import { work } from '../fleet/work';
import { EXIT } from '../io';
import type { Io } from '../io';
import { RunFolder } from '../run/run-folder';

const OPTIONS = { ...BROWSING, queue: 'value', out: 'value', concurrency: 'value', lease: 'value', 'until-empty': 'flag' } as const;

const LEASE_S = 60;

export async function run(argv: string[], io: Io): Promise<number> {
  const args = begin(argv, { name: 'worker', options: OPTIONS }, io);
  if (typeof args === 'number') return args;
  return reportingUsage(io, async () => {
    try {
      const concurrency = readNumber(args, 'concurrency', 1, 1, MOST_CONCURRENT);
      const leaseMs = readNumber(args, 'lease', LEASE_S, 2, 3_600) * 1_000;
      const fleet = await openFleet(args, io);
      const environment = await prepare(readBrowsing(args), io);
      const out = args.values.get('out');
      const folder = out === undefined ? undefined : RunFolder.shared(out);
      await work(fleet, { concurrency, leaseMs, untilEmpty: args.flags.has('until-empty'), look: (job) => look(job, environment, folder) }, io);
      return EXIT.done;
    } catch (error) {
      if (!(error instanceof EnvironmentError || error instanceof FleetError)) throw error;
      io.stderr(`${error.message}\n`);
      return EXIT.environment;
    }
  });
}

async function look({ url, looking, lang }: FleetJob, environment: Environment, folder: RunFolder | undefined): Promise<AuditReport> {
  const audit = await auditSite({ url, steps: looking.steps }, { ...looking, launch: environment.launch, lang, version: environment.version, screenshots: folder !== undefined });
  if (!folder) return audit.report;
  const report: AuditReport = { ...audit.report, folder: sharedFolder(audit.report) };
  const whole = { ...audit, report };
  folder.place({ report, record: audit.record, pack: packOf(whole), page: renderRun([whole], lang), screenshots: audit.screenshots });
  return report;
}
