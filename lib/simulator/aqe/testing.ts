import type { ShuffleOrigin, ShuffleOutput } from './shuffle-output.ts';
import { sum } from './shuffle-output.ts';
import type { StageOperator } from './stage-operator.ts';

/** A stage's plan from text: `SortMergeJoin:Inner(Sort(#0), Sort(#1))`, `BroadcastHashJoin:Inner:right(#0, BroadcastStage)`. */
export function stagePlan(text: string): StageOperator {
  let at = 0;
  const operator = (): StageOperator => {
    const [head = ''] = /^[^(),]*/.exec(text.slice(at)) ?? [];
    at += head.length;
    const children: StageOperator[] = [];
    if (text[at] === '(') {
      do {
        at += 1;
        children.push(operator());
      } while (text[at] === ',');
      at += 1;
    }
    const [name = '', joinType, side] = head.trim().split(':');
    if (name.startsWith('#')) return { op: 'ShuffleStage', shuffle: Number(name.slice(1)), children };
    return {
      op: name,
      ...(joinType ? { joinType } : {}),
      ...(side === 'left' || side === 'right' ? { buildSide: side } : {}),
      children,
    };
  };
  return operator();
}

/** A shuffle from what each mapper has written for each reducer: rows are reducers. */
export function shuffleOf(
  blocks: readonly (readonly number[])[],
  origin: ShuffleOrigin = 'ENSURE_REQUIREMENTS',
  partitioning: ShuffleOutput['partitioning'] = 'hash',
): ShuffleOutput {
  return {
    numReducers: blocks.length,
    bytesByReducer: blocks.map((block) => sum(block)),
    numMaps: blocks[0]?.length ?? 0,
    origin,
    partitioning,
    bytesByMap: (reducer) => blocks[reducer] ?? [],
  };
}

/** One mapper that has written so much for each reducer. */
export function written(...sizes: readonly number[]): ShuffleOutput {
  return shuffleOf(sizes.map((size) => [size]));
}
