import { describe, expect, it } from 'vitest';
import { discoverLogs } from '#lib/eventlog/discover/discover.ts';
import { damagedVariants, type Variant } from '#lib/testing/damaged-variants.ts';
import { damagedAnswers, damagedBase, type ShownCounts } from '#lib/testing/golden-logs.ts';
import { type Row, type RunTables, readSource } from '#lib/testing/read-run.ts';

/** What the ledger says of each variant; nothing of those that are not here: they are unusual, but whole. */
const MISSING: Readonly<Record<string, string>> = {
  'last-line-cut': 'application-end-missing 1, last-line-cut 1',
  'last-line-cut-inprogress': 'application-end-missing 1, last-line-cut 1',
  'cut-in-the-middle':
    'application-end-missing 1, job-ends-missing 1, last-line-cut 1, sql-ends-missing 1, stage-ends-missing 1, tasks-without-end 6',
  'cut-in-the-middle-inprogress':
    'application-end-missing 1, job-ends-missing 1, last-line-cut 1, sql-ends-missing 1, stage-ends-missing 1, tasks-without-end 6',
  'bad-line-in-the-middle': 'unreadable-lines 1',
  'bad-line-in-the-middle-inprogress': 'unreadable-lines 1',
  'blank-line': 'blank-lines 1',
  'unknown-event': 'unknown-events 1',
  'no-log-start': 'version-missing 1',
  'no-application-start': 'application-start-missing 1',
  'no-application-end': 'application-end-missing 1',
  'no-application-end-inprogress': 'application-end-missing 1',
  'no-environment': 'environment-missing 1',
  'no-task-start': 'task-starts-missing 60',
  'no-task-end': 'task-ends-missing 60',
  'every-3rd-task-end-lost': 'task-ends-missing 20',
  'no-job-start': 'job-starts-missing 3',
  'no-job-end': 'job-ends-missing 3',
  'no-stage-submitted': 'stage-starts-missing 4',
  'no-stage-completed': 'stage-ends-missing 4',
  'no-sql-start': 'sql-starts-missing 3',
  'no-sql-end': 'sql-ends-missing 3',
  'task-end-twice': 'duplicate-task-ends 60',
  'job-end-twice': 'duplicate-job-ends 3',
  'stage-completed-twice': 'duplicate-stage-ends 4',
  'only-the-first-third':
    'application-end-missing 1, job-ends-missing 1, sql-ends-missing 1, stage-ends-missing 1, tasks-without-end 5',
  'only-the-last-two-thirds':
    'application-start-missing 1, environment-missing 1, executors-implied 1, job-starts-missing 1, sql-starts-missing 1, stage-starts-missing 1, task-ends-missing 17, task-starts-missing 5, version-missing 1',
  'zstd-one-frame-cut':
    'application-end-missing 1, file-truncated 1, job-ends-missing 1, last-line-cut 1, sql-ends-missing 1, stage-ends-missing 1, tasks-without-end 5',
  'zstd-frames-half':
    'application-end-missing 1, file-truncated 1, job-ends-missing 1, sql-ends-missing 1, stage-ends-missing 1',
  'rolling-inprogress': 'application-end-missing 1',
  'rolling-first-file-lost':
    'application-start-missing 1, environment-missing 1, executors-implied 1, job-starts-missing 1, parts-missing 1, sql-starts-missing 1, stage-starts-missing 1, task-ends-missing 4, task-starts-missing 6, version-missing 1',
  'rolling-gap':
    'job-ends-missing 1, job-starts-missing 1, parts-missing 1, sql-ends-missing 1, sql-starts-missing 1, stage-ends-missing 1, stage-starts-missing 1, task-ends-missing 2, task-starts-missing 4, tasks-without-end 5',
  'rolling-compacted': 'compacted 1',
};

/** What is lost here cannot be known from the rest; of all others every job, stage, task and execution is shown. */
const SHOWS_LESS: ReadonlySet<string> = new Set(
  `cut-in-the-middle cut-in-the-middle-inprogress no-task-end every-3rd-task-end-lost no-job-start no-job-end
   no-stage-submitted no-stage-completed no-sql-end only-the-first-third only-the-last-two-thirds zstd-one-frame-cut
   zstd-frames-half rolling-first-file-lost rolling-gap`.split(/\s+/),
);

const TABLES = ['jobs', 'stages', 'tasks', 'sql'] as const;
const FINISHED: ReadonlySet<string> = new Set(['SUCCEEDED', 'COMPLETE', 'SKIPPED', 'SUCCESS', 'COMPLETED']);

const variants = damagedVariants(await damagedBase());
const answers = damagedAnswers();

describe.each(variants.map((variant) => [variant.name, variant] as const))(
  'a log that is %s',
  (name, variant) => {
    const reading = read(variant);

    it('has a ledger that names what is missing', async () => {
      expect(factsOf(await reading)).toBe(MISSING[name] ?? '');
    });

    it('has a ledger of whole sentences', async () => {
      const rows = (await reading).rows('ledger').filter(({ fact }) => fact !== 'unknown-events'); // a list of names
      for (const { detail, affects } of rows) {
        expect(`${detail}\n${affects}`).toMatch(/^.+\.\n.+\.$/);
        expect(detail).not.toMatch(/(^| )1 (lines|blank lines|tasks|files|events) /);
      }
    });

    it('shows at least what the History Server shows', async () => {
      const ours = countsOf(await reading);
      const theirs = answers[name];
      for (const table of TABLES) {
        expect(total(ours[table])).toBeGreaterThanOrEqual(total(theirs?.[table]));
        expect(finished(ours[table])).toBeGreaterThanOrEqual(finished(theirs?.[table]));
      }
      if (!SHOWS_LESS.has(name)) expect(ours).toEqual(answers.whole);
    });

    it('never counts below zero', async () => {
      const tables = await reading;
      const rows = [...tables.rows('stages'), ...tables.rows('jobs'), ...tables.rows('executors')];
      const negative = rows.flatMap((row) =>
        Object.entries(row).filter(([, value]) => typeof value === 'number' && value < 0),
      );
      expect(negative).toEqual([]);
    });
  },
);

describe('the list of variants', () => {
  it('has every case that was shown to the History Server and still means something here', () => {
    const left = Object.keys(answers).filter((name) => !variants.some((variant) => variant.name === name));
    expect(left).toEqual(['zstd-half', 'zstd-half-inprogress', 'zstd-frames-half-inprogress', 'empty-file']);
  });
});

async function read({ files }: Variant): Promise<RunTables> {
  const blobs = Object.entries(files).map(([path, bytes]) => ({ path, blob: new Blob([bytes.slice()]) }));
  const { logs } = await discoverLogs(blobs);
  expect(logs).toHaveLength(1);
  return readSource(logs[0]!);
}

/** "job-ends-missing 3, …": facts with the sum of their counts. */
function factsOf(tables: RunTables): string {
  const sums = new Map<string, number>();
  for (const { fact, count } of tables.rows('ledger')) {
    sums.set(String(fact), (sums.get(String(fact)) ?? 0) + Number(count));
  }
  return [...sums]
    .map(([fact, sum]) => `${fact} ${sum}`)
    .sort()
    .join(', ');
}

function countsOf(tables: RunTables): ShownCounts {
  const count = (rows: readonly Row[]) => {
    const byStatus: Record<string, number> = {};
    for (const { status } of rows) byStatus[String(status)] = (byStatus[String(status)] ?? 0) + 1;
    return byStatus;
  };
  return {
    jobs: count(tables.rows('jobs')),
    stages: count(tables.rows('stages')),
    tasks: count(tables.rows('tasks')),
    sql: count(tables.rows('sql_executions')),
  };
}

function total(counts: Readonly<Record<string, number>> = {}): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function finished(counts: Readonly<Record<string, number>> = {}): number {
  return total(Object.fromEntries(Object.entries(counts).filter(([status]) => FINISHED.has(status))));
}
