import { amount } from './quantities.ts';
import type { Line } from './run-notation.ts';
import type { SparkVersion } from './spark-version.ts';
import { ExecutionText } from './sql-json.ts';
import type { Emit } from './stage-run.ts';

/** The SQL executions of a run: each begins with its first job and ends with its last one. */
export class ExecutionEvents {
  private readonly lines: readonly Line[];
  private readonly spark: SparkVersion;
  private readonly emit: Emit;
  private readonly texts = new Map<string, ExecutionText>();
  private readonly begun = new Set<string>();
  private accumulators = 100;

  constructor(lines: readonly Line[], spark: SparkVersion, emit: Emit) {
    this.lines = lines;
    this.spark = spark;
    this.emit = emit;
    for (const { keyword, subject } of lines) {
      const plan = keyword === 'plan' ? /^(\d+)\s+(.*)$/.exec(subject) : null;
      if (plan) this.get(plan[1]!).addPlan(plan[2]!);
    }
  }

  /** The execution that a job belongs to, with its start if the job is the first. */
  beforeJob(job: Line, time: number): ExecutionText | undefined {
    const id = job.get('sql');
    if (id === undefined) return undefined;
    if (!this.begun.has(id)) this.begin(id, time, job.text);
    return this.get(id);
  }

  /** Time after the job, and after its execution's end if it was the last one. */
  afterJob(job: Line, time: number, failure: string | undefined): number {
    const id = job.get('sql');
    if (id === undefined || this.jobsOf(id).at(-1) !== job) return time;
    return this.end(id, time, job.has('open'), failure);
  }

  /** `sql 5  ms 100`: one without jobs. Others are told by their jobs. */
  line(line: Line, time: number): number {
    if (this.jobsOf(line.subject).length > 0) return time;
    this.begin(line.subject, time, undefined);
    return this.end(line.subject, time + amount(line.get('ms') ?? '1'), false, undefined);
  }

  private begin(id: string, time: number, description: string | undefined): void {
    this.begun.add(id);
    const text = this.lineOf(id)?.text ?? description ?? `execution ${id}`;
    this.emit(time, this.get(id).start(time, text, this.spark));
    for (const update of this.get(id).driverUpdates()) this.emit(time, update);
  }

  private end(id: string, time: number, isOpen: boolean, failure: string | undefined): number {
    for (const update of this.get(id).updates()) this.emit(time, update);
    const line = this.lineOf(id);
    if (isOpen || line?.has('open')) return time;
    this.emit(time + 1, this.get(id).end(time + 1, line?.textOf('error') ?? failure ?? '', this.spark));
    return time + 1;
  }

  private get(id: string): ExecutionText {
    let text = this.texts.get(id);
    if (!text) {
      text = new ExecutionText(Number(id), () => this.accumulators++);
      this.texts.set(id, text);
    }
    return text;
  }

  private lineOf(id: string): Line | undefined {
    return this.lines.find(({ keyword, subject }) => keyword === 'sql' && subject === id);
  }

  private jobsOf(id: string): readonly Line[] {
    return this.lines.filter((line) => line.keyword === 'job' && line.get('sql') === id);
  }
}
