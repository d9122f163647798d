import type { StageWork } from '../schedule/work.ts';
import type { ObservedJob } from './observed-run.ts';

/** Jobs that overlapped in time, as one set of stages; between groups only the driver worked. */
export interface JobGroup {
  readonly startMs: number;
  readonly endMs: number;
  readonly stages: readonly StageWork[];
}

/** Jobs in groups. A job that began after another one of its group had ended waits for that one. */
export function jobGroups(jobs: readonly ObservedJob[]): readonly JobGroup[] {
  const groups: ObservedJob[][] = [];
  let endMs = Number.NEGATIVE_INFINITY;
  for (const job of jobs.toSorted((a, b) => a.startMs - b.startMs || a.id - b.id)) {
    if (job.startMs >= endMs) groups.push([]);
    groups.at(-1)!.push(job);
    endMs = Math.max(endMs, job.endMs);
  }
  return groups.map((group) => ({
    startMs: group[0]!.startMs,
    endMs: Math.max(...group.map((job) => job.endMs)),
    stages: stagesOf(group),
  }));
}

function stagesOf(group: readonly ObservedJob[]): readonly StageWork[] {
  const ran = new Set(group.flatMap((job) => job.stages.map((stage) => stage.id)));
  return group.flatMap((job) => {
    const own = new Set(job.stages.map((stage) => stage.id));
    const before = group.filter((other) => other.endMs <= job.startMs && other.stages.length > 0);
    const ends = before.flatMap(lastStages);
    return job.stages.map((stage): StageWork => {
      const parents = stage.parents.filter((parent) => ran.has(parent));
      const isFirst = !parents.some((parent) => own.has(parent));
      return {
        id: stage.id,
        name: `stage ${stage.id}`,
        parents: [...new Set(isFirst ? [...parents, ...ends] : parents)],
        durationsMs: stage.durationsMs,
        job: job.id,
      };
    });
  });
}

/** Stages of a job that no other one of it reads. */
function lastStages({ stages }: ObservedJob): readonly number[] {
  const read = new Set(stages.flatMap((stage) => stage.parents));
  return stages.filter((stage) => !read.has(stage.id)).map((stage) => stage.id);
}
