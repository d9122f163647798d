import type { ReadProject } from '../predict-program.ts';
import { cutOut } from './cut-out.ts';
import type { GraphEdit, PlannedEdit } from './graph-edit.ts';
import { without, withoutAll } from './intended.ts';
import { graphOf } from './operation-graph.ts';
import { operationsWithin } from './operations-within.ts';
import { Refused } from './refused.ts';
import { refuseShared } from './shared-results.ts';
import { named, type Site } from './site.ts';
import { framePlan, refuseLostColumns } from './used-columns.ts';
import { wholeOf } from './whole-operation.ts';

/** Takes an operation out; what it was called on takes its place. Groups go together with their aggregation. */
export function deleteOperation(
  read: ReadProject,
  { at, alsoOthers }: Extract<GraphEdit, { kind: 'delete' }>,
): PlannedEdit {
  const parts = wholeOf(read, at);
  const last = parts.at(-1)!;
  refuseUnlessPassing(parts);
  if (last.call) refuseLostColumns(read, last.at, last.call);
  refuseShared(read, last.at, alsoOthers);
  const graph = parts.reduce((left, part) => without(left, String(part.at)), graphOf(read));
  const edits = cutOut(parts);
  // What is written in its arguments goes with it, as the other side of a join.
  const inside = edits.flatMap((edit) => operationsWithin(read, edit.file, edit)).map(String);
  return { edits, intends: { graph: withoutAll(graph, inside), rewritten: [], keeps: 'nothing' } };
}

/** It must take a DataFrame and give one, or be a statement that nobody takes anything from. */
function refuseUnlessPassing(parts: readonly Site[]): void {
  const [first, last] = [parts[0]!, parts.at(-1)!];
  const { operation, syntax, statement } = last;
  if (operation.method === '[]')
    throw new Refused(`${named(operation)} is written in brackets. Change it in the editor.`);
  const isWrite = first.call?.on?.kind === 'writer';
  const takes = first.call !== undefined && framePlan(first.call) !== undefined;
  if (!takes && !isWrite)
    throw new Refused(
      `${named(operation)} is where the rows come from: what follows would have nothing to read.`,
    );
  if (takes && last.call?.gives.kind === 'frame') return;
  if (statement.kind !== 'expression' || statement.value !== syntax)
    throw new Refused(`The program uses what ${named(operation)} returns.`);
  if (isWrite && !isPlainWrite(last))
    throw new Refused(
      `The statement of ${named(operation)} computes more than it writes. Change it in the editor.`,
    );
}

/** `name.write.mode(…).parquet(…)`: the statement does nothing else. */
function isPlainWrite({ syntax, text, statement }: Site): boolean {
  return /^\w+\s*\.\s*write/.test(text.slice(statement.from, syntax.to));
}
