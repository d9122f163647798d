import { formatMs, formatShare } from '#lib/base/format.ts';
import { type Detector, type Finding, findings, notApplicable } from './detector.ts';

/**
 * Stretches without any job, in which the cluster waited for the driver: Python code, collecting and planning,
 * committing files, or a person at a notebook. The log cannot tell these apart.
 */

/** Planning and scheduling of ordinary queries stays below a second. */
const LONG_GAP_MS = 1000;
/** In a loop over small jobs the gaps are short, but there are many: below a tenth of a second it is scheduling. */
const SHORT_GAP_MS = 100;
/** Three seconds in all: below, planning and a busy machine explain it. */
const MIN_TOTAL_MS = 3000;
/** Long gaps between jobs of a fifth of the run. */
const BETWEEN_SHARE = 0.2;
/** With short gaps two fifths, twice as much: the planning of each small job, which nobody can leave out, is in them. */
const SHORT_SHARE = 0.4;
/** A tenth after the last job: nothing is planned there any more, so less is already remarkable. */
const AFTER_SHARE = 0.1;

interface Row {
  readonly kind: 'between' | 'after';
  /** Only gaps of this length or more are counted. */
  readonly least_ms: number;
  readonly gaps: number;
  readonly total_ms: number;
  readonly longest_ms: number;
}

const SQL = `
SELECT kind, least_ms, count(*) AS gaps, sum(gap_ms)::BIGINT AS total_ms, max(gap_ms) AS longest_ms
FROM job_gaps JOIN (VALUES (${LONG_GAP_MS}), (${SHORT_GAP_MS})) lengths(least_ms) ON gap_ms >= least_ms
GROUP BY kind, least_ms
ORDER BY kind DESC, least_ms DESC`;

export const driverGap: Detector = {
  id: 'driver-gap',
  title: (found) =>
    found.some((finding) => finding.cause === 'after')
      ? 'No job running before the application ended'
      : 'No job running for much of the run',
  whyItMatters: 'While no job runs, all executors wait for the driver.',
  options: [
    {
      action:
        'Move work from the driver into Spark: loops over collected rows, pandas on the driver, per-row calls.',
      trade_off: 'Changes the code; small data may be quicker on the driver.',
      avoid_when: 'The gap is a person thinking at a notebook.',
    },
    {
      action: 'Look at what the driver did there: a thread dump or py-spy during the gap.',
      trade_off: 'Needs a second run.',
      avoid_when: 'The gap is the commit of many files, which the write’s own metrics show.',
    },
    {
      action:
        'Release executors sooner when a pause is expected: dynamic allocation with a short idle timeout.',
      trade_off: 'They have to be started again for the next job.',
      avoid_when: 'The pauses are shorter than starting an executor.',
    },
  ],
  async detect({ query, run }) {
    const [jobs] = await query<{ n: number }>('SELECT count(*) AS n FROM jobs');
    if (!jobs?.n) return notApplicable('The log has no job.');
    if (run.isStreaming) return notApplicable('Pauses between micro-batches are the trigger’s.');
    const rows = await query<Row>(SQL);
    const noticed = rows.filter((row) => matters(row, run.windowMs, run.runMs));
    const found = noticed
      // Where the long gaps alone are worth a word, the short ones add nothing.
      .filter((row, i) => noticed.findIndex(({ kind }) => kind === row.kind) === i)
      .map((row) => toFinding(row, run.windowMs));
    return findings(
      found,
      `Gaps of a second or more without a job make up less than ${formatShare(BETWEEN_SHARE)} of the run, shorter ones less than ${formatShare(SHORT_SHARE)}.`,
    );
  },
};

function matters(row: Row, windowMs: number, runMs: number): boolean {
  if (row.total_ms < MIN_TOTAL_MS) return false;
  if (row.kind === 'after') return row.least_ms === LONG_GAP_MS && row.total_ms >= AFTER_SHARE * runMs;
  return row.total_ms >= (row.least_ms === LONG_GAP_MS ? BETWEEN_SHARE : SHORT_SHARE) * windowMs;
}

function toFinding(row: Row, windowMs: number): Finding {
  const where = `FROM job_gaps WHERE kind = '${row.kind}' AND gap_ms >= ${row.least_ms}`;
  return {
    cause: row.kind,
    where: row.kind === 'between' ? 'between jobs' : 'after the last job',
    stages: [],
    sqlExecutions: [],
    impact: { lower_ms: 0, upper_ms: row.total_ms },
    confidence: 'medium',
    whyConfidence: 'that no job ran is certain; what the driver did meanwhile is not in the log',
    evidence: [
      {
        metric: row.kind === 'between' ? 'time without a job, between jobs' : 'time after the last job',
        unit: 'ms',
        compared_with: `${formatMs(windowMs)} from the first job to the last`,
        sql: `SELECT sum(gap_ms)::BIGINT ${where}`,
      },
      { metric: `gaps of ${formatMs(row.least_ms)} or more`, unit: 'count', sql: `SELECT count(*) ${where}` },
      { metric: 'longest gap', unit: 'ms', sql: `SELECT max(gap_ms) ${where}` },
    ],
  };
}
