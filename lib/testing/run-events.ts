import * as json from './event-json.ts';
import { ExecutionEvents } from './execution-events.ts';
import { amount } from './quantities.ts';
import type { Line } from './run-notation.ts';
import * as parts from './run-parts.ts';
import { type Executor, Slots } from './slots.ts';
import { SparkVersion } from './spark-version.ts';
import type { ExecutionText } from './sql-json.ts';
import { StageRun, stageKey, taskCount } from './stage-run.ts';

const FIRST_JOB = 1000;
const BETWEEN_JOBS = 10;
const STORAGE_MEMORY = 400 * 2 ** 20;

/** Plays the lines of a run from top to bottom and collects its events with their times. */
export class RunEvents {
  private readonly lines: readonly Line[];
  private readonly app: Line | undefined;
  private readonly spark: SparkVersion;
  private readonly executors: readonly Executor[];
  private readonly slots: Slots;
  private readonly sql: ExecutionEvents;
  private readonly events: { readonly time: number; readonly event: object }[] = [];
  /** Starts of jobs and stages, for those that start beside them. */
  private readonly starts = new Map<string, number>();
  private now = parts.RUN_START + FIRST_JOB;
  private tasks = 0;

  constructor(lines: readonly Line[]) {
    this.lines = lines;
    this.app = lines.find(({ keyword }) => keyword === 'app');
    this.spark = new SparkVersion(this.app?.get('spark') ?? '3.5.8');
    this.executors = parts.executorsOf(lines, Number(this.app?.get('slots') ?? 4));
    this.slots = new Slots(this.executors);
    this.sql = new ExecutionEvents(lines, this.spark, this.emit);
  }

  play(): readonly object[] {
    this.begin();
    for (const [i, line] of this.lines.entries()) this.line(line, i);
    const end = this.app?.get('ends');
    this.now = end === undefined ? this.now + BETWEEN_JOBS : parts.RUN_START + amount(end);
    this.emit(this.now, json.applicationEnd(this.now, this.spark));
    // Events of one millisecond stay in order.
    return this.events.toSorted((a, b) => a.time - b.time).map(({ event }) => event);
  }

  private readonly emit = (time: number, event: object): void => {
    this.events.push({ time, event });
  };

  private begin(): void {
    const name = this.app?.subject || 'run';
    const id = this.app?.get('id') ?? 'app-1';
    const start = parts.RUN_START;
    this.emit(start, { Event: 'SparkListenerLogStart', 'Spark Version': this.spark.name });
    if (this.executors[0]?.id !== 'driver')
      this.emit(start, json.blockManagerAdded(parts.driver(0), start, STORAGE_MEMORY));
    this.emit(start, json.environmentUpdate(parts.settingsOf(this.lines, name, id)));
    this.emit(start, json.applicationStart(name, id, start, this.app?.get('user') ?? 'ada'));
    for (const executor of this.executors) {
      this.emit(executor.from, json.executorAdded(executor, executor.from));
      this.emit(executor.from, json.blockManagerAdded(executor, executor.from, STORAGE_MEMORY));
      if (executor.until < Infinity) this.emit(executor.until, json.executorRemoved(executor));
    }
  }

  private line(line: Line, at: number): void {
    const { keyword, subject } = line;
    if (keyword === 'job') this.job(line, this.stagesBelow(at));
    else if (keyword === 'gap') this.now += amount(subject);
    else if (keyword === 'sql') this.now = this.sql.line(line, this.now);
    else {
      const event = this.eventOf(line);
      if (event) this.emit(this.now, event);
      else if (!ELSEWHERE.has(keyword)) throw new Error(`no line of a run: ${keyword}`);
    }
  }

  /** Lines that are one event. */
  private eventOf(line: Line): object | undefined {
    const { keyword, subject } = line;
    if (keyword === 'event') return JSON.parse(subject) as object;
    if (keyword === 'batch') return json.queryProgress(parts.batchOf(line, this.now));
    if (keyword === 'block') return parts.blockUpdateOf(line);
    if (keyword === 'uncache') return { Event: 'SparkListenerUnpersistRDD', 'RDD ID': Number(subject) };
    return undefined;
  }

  private job(line: Line, stages: readonly Line[]): void {
    const id = Number(line.subject);
    const pause = this.starts.size > 0 ? BETWEEN_JOBS : 0;
    const start = this.startOf('job', line, this.now + pause);
    const execution = this.sql.beforeJob(line, start);
    const properties = parts.jobPropertiesOf(line);
    const texts = stages.map((stage) => this.stageText(stage, stages)).filter(({ attempt }) => attempt === 0);
    this.emit(start, {
      Event: 'SparkListenerJobStart',
      'Job ID': id,
      'Submission Time': start,
      'Stage Infos': texts.map((text) => json.stageInfo(text)),
      'Stage IDs': texts.map((text) => text.id),
      Properties: properties,
    });
    let end = start;
    let latest = start;
    for (const stage of stages.filter((each) => !each.has('skipped'))) {
      end = this.stage(
        stage,
        this.stageText(stage, stages),
        this.startOf('stage', stage, end),
        properties,
        execution,
      );
      latest = Math.max(latest, end);
    }
    const failure = failureOf(line, stages.at(-1));
    if (!line.has('open')) this.emit(latest, json.jobEnd(id, latest, failure));
    this.now = this.sql.afterJob(line, Math.max(this.now, latest), failure);
  }

  private stage(
    line: Line,
    text: json.StageText,
    submitted: number,
    properties: object,
    execution: ExecutionText | undefined,
  ): number {
    const times = { 'Submission Time': submitted };
    const info = json.stageInfo(text, times);
    this.emit(submitted, {
      Event: 'SparkListenerStageSubmitted',
      'Stage Info': info,
      Properties: properties,
    });
    const run = new StageRun(line, submitted, {
      spark: this.spark,
      slots: this.slots,
      emit: this.emit,
      nextTaskId: () => this.tasks++,
      updates: execution?.taskUpdates(text.id, text.tasks) ?? [],
    });
    run.run();
    if (line.has('open')) return run.end;
    const done = json.stageInfo(text, {
      ...times,
      'Completion Time': run.end,
      ...(line.has('failed') && { 'Failure Reason': line.textOf('failed') ?? 'it failed' }),
      Accumulables: run.finalValues(),
    });
    this.emit(run.end, { Event: 'SparkListenerStageCompleted', 'Stage Info': done });
    return run.end;
  }

  private stageText(line: Line, all: readonly Line[]): json.StageText {
    const [id, attempt] = stageKey(line);
    const before = all.map((other) => stageKey(other)[0]).filter((other) => other < id);
    return {
      id,
      attempt,
      name: line.textOf('name') ?? `stage at Main.scala:${id}`,
      tasks: taskCount(line),
      parents: line.has('parents') ? parts.idsOf(line.get('parents')) : before.slice(-1),
      rdds: parts.cachedRddsOf(this.lines, id),
    };
  }

  /** Jobs and stages follow each other, unless they start `with` another one. */
  private startOf(kind: string, line: Line, otherwise: number): number {
    const other = line.get('with');
    const start = (other === undefined ? otherwise : this.starts.get(`${kind} ${other}`)) ?? otherwise;
    this.starts.set(`${kind} ${line.subject}`, start + amount(line.get('after') ?? '0'));
    return this.starts.get(`${kind} ${line.subject}`)!;
  }

  private stagesBelow(at: number): readonly Line[] {
    const rest = this.lines.slice(at + 1);
    const end = rest.findIndex(({ keyword }) => keyword !== 'stage');
    return end < 0 ? rest : rest.slice(0, end);
  }
}

/** Lines that are read where they are needed. */
const ELSEWHERE: ReadonlySet<string> = new Set(
  'app conf property executor stage plan cache without twice early late'.split(' '),
);

function failureOf(job: Line, last: Line | undefined): string | undefined {
  const told = job.textOf('failed') ?? job.textOf('cancelled');
  if (told !== undefined || !last?.has('failed')) return told;
  return `Job aborted due to stage failure: ${last.textOf('failed') ?? 'it failed'}`;
}
