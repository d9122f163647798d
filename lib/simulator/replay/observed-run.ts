/** What a real run did, as far as a replay of it needs to know. Times are milliseconds since the epoch. */
export interface ObservedRun {
  readonly startMs: number;
  readonly endMs: number;
  /** Most task slots that were there at one time. */
  readonly slots: number;
  readonly jobs: readonly ObservedJob[];
}

export interface ObservedJob {
  readonly id: number;
  readonly startMs: number;
  readonly endMs: number;
  /** Stages that ran for it; those that it skipped are not among them. */
  readonly stages: readonly ObservedStage[];
}

export interface ObservedStage {
  readonly id: number;
  readonly parents: readonly number[];
  /** Of its successful tasks, in the order in which they were launched. */
  readonly durationsMs: readonly number[];
}
