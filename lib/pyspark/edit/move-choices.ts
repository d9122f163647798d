import type { ReadProject } from '../predict-program.ts';
import type { PythonLanguage } from '../syntax/parser.ts';
import { editProgram } from './edit-program.ts';
import type { GraphEdit } from './graph-edit.ts';
import { lineAbove } from './move-operation.ts';
import { callOf, operationsOf } from './operation-graph.ts';
import { readersOf } from './shared-results.ts';
import { nameOf } from './site.ts';

/** A step of an operation past its neighbor. */
export interface MoveChoice {
  readonly edit: GraphEdit;
  /** The neighbor, such as `filter() on line 3`. */
  readonly past: string;
  /** Why it cannot be done; undefined as far as can be told before it is tried. */
  readonly why?: string;
}

/** Towards the source, and towards the end. Undefined where only the source or the end is. */
export interface MoveChoices {
  readonly up?: MoveChoice;
  readonly down?: MoveChoice;
}

export function moveChoices(read: ReadProject, at: number, language: PythonLanguage): MoveChoices {
  if (callOf(read, at)?.gives.kind !== 'frame') return {};
  const [above, further] = lineAbove(read, at);
  const below = neighborBelow(read, at, above);
  const choice = (edit: GraphEdit, past: number): MoveChoice => {
    const answer = editProgram(read, edit, language);
    return { edit, past: nameOf(read, past), ...(answer.ok ? {} : { why: answer.why }) };
  };
  return {
    ...(above === undefined || further === undefined
      ? {}
      : { up: choice({ kind: 'move', at, before: above }, above) }),
    ...(below === undefined ? {} : { down: choice({ kind: 'move', at, after: below }, below) }),
  };
}

/** What hands on the DataFrame that it takes is read by nobody: those are next that read the same after it. */
function neighborBelow(read: ReadProject, at: number, above: number | undefined): number | undefined {
  const isOwn = readersOf(read, [at]).length > 0;
  const from = isOwn || above === undefined ? at : above;
  const isInLine = (reader: number): boolean =>
    operationsOf(read).taken.some((edge) => edge.from === from && edge.to === reader && edge.input === 0);
  return readersOf(read, [from])
    .filter((reader) => reader > at && isInLine(reader) && callOf(read, reader)?.gives.kind === 'frame')
    .toSorted((a, b) => a - b)[0];
}
