import type { Schedule, StageWork } from './work.ts';

/**
 * Stages as text, one a line: `id < parents: durations in seconds`, where `4x10` is four tasks of 10 s. After the
 * durations may come `job 1` and `pool etl`.
 *
 *     0: 4x10
 *     1 < 0: 5 60 job 1
 */
export function stagesFrom(text: string): readonly StageWork[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [, id, parents, rest] = /^\s*(\d+)\s*(?:<\s*([\d ]+))?:\s*(.*)$/.exec(line)!;
      const job = /job (\d+)/.exec(rest!)?.[1];
      const pool = /pool (\w+)/.exec(rest!)?.[1];
      const durations = rest!.replace(/(job|pool) \w+/g, '').trim();
      return {
        id: Number(id),
        name: `stage ${id}`,
        parents: (parents ?? '').split(' ').filter(Boolean).map(Number),
        durationsMs: durations.split(' ').filter(Boolean).flatMap(secondsOf),
        ...(job && { job: Number(job) }),
        ...(pool && { pool }),
      };
    });
}

function secondsOf(token: string): readonly number[] {
  const [times, seconds] = token.includes('x') ? token.split('x').map(Number) : [1, Number(token)];
  return Array<number>(times!).fill(seconds! * 1000);
}

/** One line a slot: `0.3@0-10` is task 3 of stage 0 from second 0 to 10; `!` a killed attempt, `'` a copy. */
export function slotLines({ bars, slots }: Schedule): readonly string[] {
  return Array.from({ length: slots }, (_, slot) =>
    Array.from({ length: bars.count }, (_each, bar) => bar)
      .filter((bar) => bars.slot[bar] === slot)
      .map((bar) => {
        const marks = ['', "'", '!', "'!"][bars.outcome[bar]!];
        return `${bars.stage[bar]}.${bars.task[bar]}${marks}@${bars.startMs[bar]! / 1000}-${bars.endMs[bar]! / 1000}`;
      })
      .join(' '),
  );
}
