import * as edit from './edit-lines.ts';
import { RunEvents } from './run-events.ts';
import { type Line, parseLines } from './run-notation.ts';

/**
 * A run as a few aligned lines, which become the JSON lines of an event log. Times, ids and placement of the tasks
 * follow from the text alone. Fields stand apart by two blanks or more; everything but `job` and `stage` is optional.
 *
 *   app nightly  spark 3.5.8  slots 4  id app-1  user ada  ends 60 s
 *   conf spark.sql.adaptive.enabled false        also: property hadoop|system|metrics|classpath NAME VALUE
 *   executor 1  cores 2  at 5 s  lost 40 s "Command exited with code 137"    without any, the driver runs the tasks
 *   job 0  sql 5  group etl  "daily totals"      a job's stages are the lines below it; jobs follow each other
 *     stage 0  tasks 12  ms 100..200, 1x9 s  read 10 MiB, 1x900 MiB  records 1k
 *     stage 1  tasks 4  ms 50  shuffle-read 2 MiB  spill 1x2 GiB  gc 5..10
 *     stage 2  tasks 8  skipped
 *   gap 20 s                                     no job runs
 *   plan 5 Project(SortMergeJoin(Exchange {data size 240 MiB @0}, Exchange {shuffle bytes written 10 KiB @1}))
 *   sql 5  "totals"  error "…"                   more about an execution; without jobs it is one of its own (ms 100)
 *   batch 3  query clicks  rows 100  ms 900      a micro-batch of a stream
 *   cache 7  stage 0  partitions 4  level memory disk  "prices"; block 7.0  on 1  memory 10 MiB; uncache 7
 *   event {"Event":"…"}                          any other event
 *
 * job: sql, group, pool, "description", failed "…", cancelled "…", open (no end), with JOB (starts beside it), after 3 s.
 * stage: tasks, ms, and any metric, by a short name (task-fields.ts) or its column in `tasks`, as one value a task: `5`
 *   for all, `1..5` growing, `2x90` the last two, `1, 2, 8` one by one; delay (scheduler), cpu, heap, python-memory.
 *   fails 2x3 "java.lang.X: why" (the first 2 tasks, 3 times each), kills 2 "why" and running 2 (the last ones),
 *   speculative 1 [loses], resubmitted 1, fetch-failed 1, failed "why" (the stage), open, skipped, locality ANY,
 *   on 1 2 (executors), parents 0 1 | none, with STAGE, after 3 s, name "count at x.py:3". A retry is `stage 3.1`, with
 *   partitions 4 7 for what it repeats.
 * plan: the first is the initial one, further ones are adaptive updates (`plan 5 adaptive …`, `plan 5 final …` put
 *   AdaptiveSparkPlan on top). `Name#label "detail" {metric 5 MiB @STAGE; …} (children)`: equal labels are the same
 *   operator in all plans; a metric without a stage comes from the driver; the unit tells its type, `avg …` is an average.
 *
 * Damage, in the order of the lines: `without TaskEnd [every 3]`, `twice JobEnd`, `early StageCompleted 6`, `late …`.
 */
export function runLines(text: string): readonly string[] {
  const lines = parseLines(text);
  const events = new RunEvents(lines).play().map((event) => JSON.stringify(event));
  return lines.reduce(damaged, events);
}

export function runText(text: string): string {
  return runLines(text)
    .map((line) => `${line}\n`)
    .join('');
}

function damaged(events: readonly string[], { keyword, subject }: Line): readonly string[] {
  const [name = '', ...more] = subject.split(/\s+/);
  const number = Number(more.at(-1) ?? 1);
  if (keyword === 'without') return edit.without(events, name, number);
  if (keyword === 'twice') return edit.twice(events, name);
  if (keyword === 'early') return edit.early(events, name, number);
  return keyword === 'late' ? edit.late(events, name, number) : events;
}
