import type { ObservedRun } from './observed-run.ts';

/**
 * A run as text: `slots 2  0..60` first (seconds), then a job a line, `1  5..20` and its stages: `0: 3x4`, `1 < 0: 2 5`,
 * with `;` between them; durations in seconds.
 *
 *     slots 2  0..60
 *     0  5..15   0: 4x4 ; 1 < 0: 2
 */
export function observedRun(text: string): ObservedRun {
  const [head = '', ...lines] = text.trim().split('\n');
  const [, slots, from, to] = /slots (\d+)\s+(\d+)\.\.(\d+)/.exec(head)!;
  return {
    startMs: Number(from) * 1000,
    endMs: Number(to) * 1000,
    slots: Number(slots),
    jobs: lines.map((line) => {
      const [, id, start, end, stages] = /^\s*(\d+)\s+(\d+)\.\.(\d+)\s+(.*)$/.exec(line)!;
      return {
        id: Number(id),
        startMs: Number(start) * 1000,
        endMs: Number(end) * 1000,
        stages: stages!.split(';').map(stageFrom),
      };
    }),
  };
}

function stageFrom(text: string): ObservedRun['jobs'][number]['stages'][number] {
  const [, id, parents = '', durations = ''] = /^\s*(\d+)\s*(?:<\s*([\d ]+?))?\s*:\s*(.*?)\s*$/.exec(text)!;
  return {
    id: Number(id),
    parents: parents.split(' ').filter(Boolean).map(Number),
    durationsMs: durations.split(' ').flatMap((token) => {
      const [times, seconds] = token.includes('x') ? token.split('x').map(Number) : [1, Number(token)];
      return Array<number>(times!).fill(seconds! * 1000);
    }),
  };
}
