import type { RowOf } from '#lib/tables/schema/column.ts';
import { type executors, PEAK_METRICS } from '#lib/tables/schema/executors.ts';
import { metricIndex } from '#lib/tables/schema/task-metrics.ts';
import type { TaskRecord } from '../lines/task-record.ts';

/** Keys of "Task Executor Metrics" that are kept, by position in `TaskRecord.peaks`; the last is no memory. */
export const PEAK_KEYS: readonly string[] = [...PEAK_METRICS.map(([, key]) => key), 'TotalGCTime'];
const TOTAL_GC_TIME = PEAK_KEYS.length - 1;

/** One executor while the log is read. Totals follow Spark's AppStatusListener. */
export class ExecutorState {
  readonly id: string;
  host = '';
  hostPort = '';
  active = true;
  /** True after ExecutorRemoved: ends of its tasks that come later change no total, as in the History Server. */
  removed = false;
  /** True when no event announced it and only its tasks show that it was there. */
  implied = false;
  addTime: number | undefined;
  removeTime: number | undefined;
  removeReason: string | null = null;
  totalCores = 0;
  maxTasks = 0;
  maxMemory = 0;
  rddBlocks = 0;
  memoryUsed = 0;
  diskUsed = 0;
  excluded = false;
  resourceProfileId = 0;
  activeTasks = 0;
  failedTasks = 0;
  completedTasks = 0;
  totalTasks = 0;
  totalDuration = 0;
  gcTime = 0;
  inputBytes = 0;
  shuffleRead = 0;
  shuffleWrite = 0;
  readonly peaks = new Float64Array(PEAK_KEYS.length);

  constructor(id: string, addTime: number | undefined) {
    this.id = id;
    this.addTime = addTime;
  }

  taskEnded(task: TaskRecord, completed: number, failed: number): void {
    this.completedTasks += completed;
    this.failedTasks += failed;
    this.totalDuration += task.finishTime - task.launchTime;
    if (task.reason !== 'Resubmitted') {
      const { metrics } = task;
      this.gcTime += metrics[GC_TIME]!;
      this.inputBytes += metrics[INPUT_BYTES]!;
      this.shuffleRead += metrics[SHUFFLE_READ]!;
      this.shuffleWrite += metrics[SHUFFLE_WRITE]!;
    }
    this.raisePeaks(task.peaks);
  }

  raisePeaks(peaks: Float64Array): void {
    for (let i = 0; i < peaks.length; i++) if (peaks[i]! > this.peaks[i]!) this.peaks[i] = peaks[i]!;
  }

  /** GC time of the JVM as sampled; 0 when never sampled. */
  get sampledGcTime(): number {
    return this.peaks[TOTAL_GC_TIME]!;
  }

  row(): RowOf<typeof executors> {
    const peaks: Record<string, number | null> = {};
    for (const [i, [name]] of PEAK_METRICS.entries())
      peaks[name] = this.peaks[i]! > 0 ? this.peaks[i]! : null;
    return {
      ...peaks,
      executor_id: this.id,
      host_port: this.hostPort || this.host,
      is_active: this.active,
      add_time: this.addTime ?? null,
      remove_time: this.removeTime ?? null,
      remove_reason: this.removeReason,
      total_cores: this.totalCores,
      max_tasks: this.maxTasks,
      rdd_blocks: this.rddBlocks,
      memory_used: this.memoryUsed,
      disk_used: this.diskUsed,
      max_memory: this.maxMemory,
      active_tasks: this.activeTasks,
      failed_tasks: this.failedTasks,
      completed_tasks: this.completedTasks,
      total_tasks: this.totalTasks,
      total_duration: this.totalDuration,
      total_gctime: this.gcTime,
      total_input_bytes: this.inputBytes,
      total_shuffle_read: this.shuffleRead,
      total_shuffle_write: this.shuffleWrite,
      is_excluded: this.excluded,
      resource_profile_id: this.resourceProfileId,
    } as RowOf<typeof executors>;
  }
}

const GC_TIME = metricIndex('jvm_gc_time');
const INPUT_BYTES = metricIndex('input_bytes');
const SHUFFLE_READ = metricIndex('shuffle_read_bytes');
const SHUFFLE_WRITE = metricIndex('shuffle_write_bytes');
