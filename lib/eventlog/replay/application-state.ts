import type { application } from '#lib/tables/schema/application.ts';
import type { RowOf } from '#lib/tables/schema/column.ts';
import { type Json, moment, number, text } from '../json.ts';

/** The application itself: name, version, start and end. */
export class ApplicationState {
  id: string | null = null;
  name: string | null = null;
  attempt: string | null = null;
  user: string | null = null;
  sparkVersion: string | null = null;
  startTime: number | undefined;
  endTime: number | undefined;
  exitCode: number | undefined;
  /** Range of all times seen, for a log without a start or an end. */
  earliest = Number.POSITIVE_INFINITY;
  latest = 0;

  logStart(event: Json): void {
    this.sparkVersion = text(event, 'Spark Version') ?? this.sparkVersion;
  }

  start(event: Json): void {
    this.id = text(event, 'App ID') ?? this.id;
    this.name = text(event, 'App Name') ?? null;
    this.attempt = text(event, 'App Attempt ID') ?? null;
    this.user = text(event, 'User') ?? null;
    this.startTime = moment(event, 'Timestamp');
  }

  end(event: Json): void {
    this.endTime = moment(event, 'Timestamp');
    this.exitCode = number(event, 'ExitCode');
  }

  seen(time: number | undefined): void {
    if (time === undefined || time <= 0) return;
    if (time > this.latest) this.latest = time;
    if (time < this.earliest) this.earliest = time;
  }

  get completed(): boolean {
    return this.endTime !== undefined;
  }

  /** End of the run; the latest time in the log where no end event says it. */
  get lastMoment(): number | undefined {
    return this.endTime ?? (this.latest > 0 ? this.latest : undefined);
  }

  get firstMoment(): number | undefined {
    return this.startTime ?? (Number.isFinite(this.earliest) ? this.earliest : undefined);
  }

  row(sourceFiles: readonly string[]): RowOf<typeof application> {
    const start = this.firstMoment;
    const end = this.lastMoment;
    return {
      app_id: this.id,
      name: this.name,
      attempt_id: this.attempt,
      start_time: start ?? null,
      end_time: end ?? null,
      end_estimated: !this.completed,
      duration: start !== undefined && end !== undefined ? end - start : null,
      spark_user: this.user,
      completed: this.completed,
      spark_version: this.sparkVersion,
      exit_code: this.exitCode ?? null,
      source_files: sourceFiles,
    };
  }
}
