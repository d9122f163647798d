import { type BatchText, type RddText, storageLevel } from './event-json.ts';
import { amount } from './quantities.ts';
import type { Line } from './run-notation.ts';
import type { Executor } from './slots.ts';

/** What single lines of a run say, in the shape in which events need it. */

/** When every run starts: a Tuesday in November 2023. */
export const RUN_START = 1_700_000_000_000;

/** `executor 1  cores 2  at 5 s  lost 40 s "exit code 137"`; without any, the driver runs the tasks. */
export function executorsOf(lines: readonly Line[], driverSlots: number): readonly Executor[] {
  const executors = lines.filter(({ keyword }) => keyword === 'executor').map(executorOf);
  return executors.length > 0 ? executors : [driver(driverSlots)];
}

export function driver(cores: number): Executor {
  return { id: 'driver', host: 'localhost', cores, from: RUN_START, until: Infinity, lossReason: undefined };
}

function executorOf(line: Line): Executor {
  const lost = line.get('lost');
  return {
    id: line.subject,
    host: line.get('host') ?? `host-${line.subject}`,
    cores: Number(line.get('cores') ?? 1),
    from: RUN_START + amount(line.get('at') ?? '0'),
    until: lost === undefined ? Infinity : RUN_START + amount(lost),
    lossReason: line.textOf('lost'),
  };
}

/** `conf NAME VALUE` and `property SECTION NAME VALUE`, by the sections of EnvironmentUpdate. */
export function settingsOf(
  lines: readonly Line[],
  name: string,
  id: string,
): Readonly<Record<string, Record<string, string>>> {
  const sections: Record<string, Record<string, string>> = {
    'Spark Properties': { 'spark.app.name': name, 'spark.app.id': id, 'spark.master': 'local' },
  };
  for (const { keyword, subject } of lines) {
    if (keyword !== 'conf' && keyword !== 'property') continue;
    const words = subject.split(/\s+/);
    const section = keyword === 'conf' ? 'Spark Properties' : SECTIONS[words.shift() ?? ''];
    if (section === undefined) throw new Error(`no section of settings: ${subject}`);
    sections[section] = { ...sections[section], [words[0] ?? '']: words.slice(1).join(' ') };
  }
  return sections;
}

const SECTIONS: Readonly<Record<string, string>> = {
  spark: 'Spark Properties',
  hadoop: 'Hadoop Properties',
  system: 'System Properties',
  metrics: 'Metrics Properties',
  classpath: 'Classpath Entries',
};

export function jobPropertiesOf(job: Line): Readonly<Record<string, string>> {
  const sql = job.get('sql');
  const group = job.get('group');
  const pool = job.get('pool');
  return {
    ...(sql !== undefined && { 'spark.sql.execution.id': sql }),
    ...(group !== undefined && { 'spark.jobGroup.id': group }),
    ...(pool !== undefined && { 'spark.scheduler.pool': pool }),
    ...(job.text !== undefined && { 'spark.job.description': job.text }),
    'callSite.short': job.textOf('site') ?? `job at Main.scala:${job.subject}`,
  };
}

/** `cache 7  stage 0  partitions 4  level memory deserialized  "prices"` */
export function cachedRddsOf(lines: readonly Line[], stage: number): RddText[] {
  return lines
    .filter((line) => line.keyword === 'cache' && idsOf(line.get('stage')).includes(stage))
    .map((line) => ({
      id: Number(line.subject),
      name: line.text ?? `rdd ${line.subject}`,
      partitions: Number(line.get('partitions') ?? 1),
      level: (line.get('level') ?? 'memory deserialized').split(/[\s,]+/),
    }));
}

/** `block 7.0  on 1  memory 10 MiB  disk 0`: partition 0 of RDD 7. Without memory and disk the block is gone. */
export function blockUpdateOf(line: Line): object {
  const [memory, disk] = [amount(line.get('memory') ?? '0'), amount(line.get('disk') ?? '0')];
  const level = [...(memory > 0 ? ['memory', 'deserialized'] : []), ...(disk > 0 ? ['disk'] : [])];
  return {
    Event: 'SparkListenerBlockUpdated',
    'Block Updated Info': {
      'Block Manager ID': { 'Executor ID': line.get('on') ?? 'driver', Host: 'localhost', Port: 4000 },
      'Block ID': /^[\d.]+$/.test(line.subject) ? `rdd_${line.subject.replace('.', '_')}` : line.subject,
      'Storage Level': storageLevel(level),
      'Memory Size': memory,
      'Disk Size': disk,
    },
  };
}

/** `batch 3  query clicks  rows 100 20  ms 900  state 5000` */
export function batchOf(line: Line, time: number): BatchText {
  const state = line.get('state');
  return {
    query: line.get('query') ?? 'query',
    batch: Number(line.subject),
    time,
    duration: amount(line.get('ms') ?? '100'),
    rows: (line.get('rows') ?? '0').split(/[\s,]+/).map(amount),
    stateRows: state === undefined ? undefined : amount(state),
  };
}

export function idsOf(list: string | undefined): readonly number[] {
  return (list ?? '')
    .split(/[\s,]+/)
    .filter((id) => /^\d+$/.test(id))
    .map(Number);
}
