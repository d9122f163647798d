import type { Source } from '#lib/plan/lineage/flow.ts';
import type { PredictedAction } from '#lib/plan/prediction.ts';
import type { EngineState } from '../engine/engine-state.ts';
import { hasFinding, predicted } from '../engine/readings.ts';
import type { Check } from './check.ts';

/**
 * The program still gives what it gave: its last write has the same columns, which come from the same columns of the same
 * sources, and the same columns decide about its rows. Rows are not compared, because nothing is run.
 */
export function sameResult(says = 'The result has the same columns, made of the same sources.'): Check {
  return {
    id: 'same-result',
    says,
    holds: ({ now, start }) => {
      const [after, before] = [resultOf(now), resultOf(start)];
      return after !== undefined && before !== undefined && after === before;
    },
  };
}

/** The program is read to its end: nothing that was known at the start has become unknown. */
export function stillReadable(): Check {
  return {
    id: 'readable',
    says: 'The program can be read to its end.',
    holds: ({ now, start }) =>
      predicted(now).prediction.unresolved.length <= predicted(start).prediction.unresolved.length,
  };
}

/** These columns of the sources, `source column`, still go into something that an action gives or that decides about it. */
export function stillReads(says: string, columns: readonly string[]): Check {
  return {
    id: 'still-reads',
    says,
    holds: ({ now }) => {
      const { actions } = predicted(now).prediction;
      const used = actions.flatMap(({ lineage, indirect }) =>
        [...Object.values(lineage), ...Object.values(indirect)].flatMap(unique),
      );
      return columns.every((column) => used.includes(column));
    },
  };
}

/** A rule that found something at the start finds it no longer. */
export function noLonger(rule: string, says: string): Check {
  return { id: rule, says, holds: ({ now }) => !hasFinding(now, rule) };
}

function resultOf(state: EngineState): string | undefined {
  const { actions } = predicted(state).prediction;
  const result = actions.findLast(isWrite) ?? actions.at(-1);
  if (!result) return undefined;
  const { filter, join, groupBy } = result.indirect;
  const flows = Object.entries({ ...result.lineage, filter, join, groupBy });
  const named = flows.map(([name, sources]) => [name, unique(sources)] as const);
  return JSON.stringify(named.toSorted(([a], [b]) => a.localeCompare(b)));
}

function unique(sources: readonly Source[]): readonly string[] {
  return [...new Set(sources.map((source) => source.join(' ')))].toSorted();
}

/** Writers are called by their format; actions that bring rows or numbers to the driver have names of their own. */
const TO_DRIVER =
  /^(collect|count|show|take|head|first|tail|toPandas|foreach|foreachPartition|isEmpty|toLocalIterator)$/;

function isWrite({ method }: PredictedAction): boolean {
  return !TO_DRIVER.test(method);
}
