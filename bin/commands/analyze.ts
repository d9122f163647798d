import { type Report, report } from '#lib/analyzers/run/report.ts';
import { answerBatch } from '../batch.ts';
import { UsageError } from '../errors.ts';
import { exitStatus, failOnOf } from '../fail-on.ts';
import { parseOptions } from '../parse-options.ts';
import { printReport } from '../print-report.ts';
import { findLogs, load } from '../read-logs.ts';

const OPTIONS = {
  json: { type: 'boolean', default: false },
  batch: { type: 'string' },
  app: { type: 'string' },
  'fail-on': { type: 'string' },
} as const;

export async function analyze(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS);
  const failOn = failOnOf(values['fail-on']);
  if (values.batch !== undefined) {
    await answerBatch(values.batch, async ({ paths }) => answerOf(await reports(pathsOf(paths))));
    return 0;
  }
  const all = await reports(positionals, values.app);
  if (values.json) process.stdout.write(`${JSON.stringify(answerOf(all), null, 1)}\n`);
  else for (const each of all) process.stdout.write(printReport(each));
  const severities = all.flatMap(({ insights }) => insights.map(({ severity }) => severity));
  return exitStatus(severities, failOn);
}

/** One report for each application in the logs. */
async function reports(paths: readonly string[], app?: string): Promise<readonly Report[]> {
  const found: Report[] = [];
  for (const source of await findLogs(paths, app)) {
    const { database, query, stats } = await load(source);
    try {
      const { failed, ...answer } = await report(query);
      for (const { problem, message } of failed) {
        process.stderr.write(`shufflescope: the check ${problem} broke: ${message}\n`);
      }
      found.push({ ...answer, stats: { ...answer.stats, ...readingStats(stats) } });
    } finally {
      await database.close();
    }
  }
  return found;
}

function readingStats(stats: {
  readonly bytes: number;
  readonly bytesDecoded: number;
  readonly events: number;
  readonly unreadableLines: number;
}) {
  return {
    log_bytes: stats.bytes,
    json_bytes: stats.bytesDecoded,
    events: stats.events,
    unreadable_lines: stats.unreadableLines,
  };
}

/** One application gives its report; several give them under `applications`. */
function answerOf(all: readonly Report[]): object {
  const [first] = all;
  return all.length === 1 && first ? first : { applications: all };
}

function pathsOf(paths: unknown): readonly string[] {
  if (!Array.isArray(paths) || !paths.every((path) => typeof path === 'string')) {
    throw new UsageError('"paths" must be an array of paths');
  }
  return paths;
}
