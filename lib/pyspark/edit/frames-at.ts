import { outputOf } from '#lib/plan/logical/output.ts';
import type { ReadProject } from '../predict-program.ts';
import type { SyntaxNode } from '../syntax/walk.ts';
import { bindingsAt } from './bindings.ts';
import { operationsOf } from './operation-graph.ts';

/** A DataFrame that has a name at a place of a file. */
export interface NamedFrame {
  readonly name: string;
  /** The operation that made it. */
  readonly at: number;
  readonly columns: readonly string[];
}

/**
 * The DataFrames that have names where an offset is, by name: of several assignments above it the last one counts, and the
 * statement around it has not assigned anything yet.
 */
export function framesAt(read: ReadProject, file: string, offset: number): readonly NamedFrame[] {
  const source = read.files.get(file);
  if (!source) return [];
  const found = new Map<string, NamedFrame | undefined>();
  for (const { name, statement } of bindingsAt(source.module, offset)) {
    const isAround = statement.from <= offset && offset <= statement.to;
    const isAssigned = statement.kind === 'assign' || statement.kind === 'annotated';
    if (isAround && isAssigned) continue;
    found.set(name, isAssigned ? frameOf(read, file, name, statement) : undefined);
  }
  return [...found.values()]
    .filter((each) => each !== undefined)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** What an expression gives is what its last call gives: a call's range ends where its expression ends. */
function frameOf(
  read: ReadProject,
  file: string,
  name: string,
  statement: Extract<SyntaxNode, { kind: 'assign' | 'annotated' }>,
): NamedFrame | undefined {
  const { value } = statement;
  const targets = statement.kind === 'assign' ? statement.targets : [statement.target];
  // Of several values on the right of one sign each would have to be told from the others.
  if (!value || !targets.some((target) => target.kind === 'name' && target.name === name)) return undefined;
  const call = read.calls.findLast(
    ({ range, gives }) => range.file === file && range.to === value.to && gives.kind === 'frame',
  );
  if (call?.gives.kind !== 'frame') return undefined;
  const at = operationsOf(read).makers.get(call.gives.frame);
  return at === undefined
    ? undefined
    : { name, at, columns: outputOf(call.gives.plan).map((column) => column.name) };
}
