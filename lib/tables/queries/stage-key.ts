/** Which stage attempt a question is about. */
export interface StageKey {
  readonly stageId: number;
  readonly attemptId: number;
}

/** "7.0" as insights and addresses write it; undefined when it is no stage. */
export function parseStage(stage: string): StageKey | undefined {
  const match = /^(\d{1,9})\.(\d{1,9})$/.exec(stage);
  return match ? { stageId: Number(match[1]), attemptId: Number(match[2]) } : undefined;
}

/** WHERE clause for the stage's rows in `tasks`. */
export function ofTasks({ stageId, attemptId }: StageKey): string {
  return `stage_id = ${stageId} AND stage_attempt_id = ${attemptId}`;
}

/** WHERE clause for the stage's row in `stages` and `stage_runs`. */
export function ofStage({ stageId, attemptId }: StageKey): string {
  return `stage_id = ${stageId} AND attempt_id = ${attemptId}`;
}
