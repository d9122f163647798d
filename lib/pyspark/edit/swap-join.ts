import type { ReadProject } from '../predict-program.ts';
import type { CallExpr, Span } from '../syntax/ast.ts';
import { spanOf } from './argument-edits.ts';
import type { GraphEdit, PlannedEdit, SourceEdit } from './graph-edit.ts';
import { swapped } from './intended.ts';
import { siteOfJoin } from './join-hint.ts';
import { howEdit, joinArguments, joinHow } from './join-type.ts';
import { linkOf } from './links.ts';
import { graphOf } from './operation-graph.ts';
import { operationsWithin } from './operations-within.ts';
import { objectOf } from './receiver.ts';
import { Refused } from './refused.ts';
import { refuseShared } from './shared-results.ts';
import { named, type Site } from './site.ts';

const PRIMARY: ReadonlySet<string> = new Set(['name', 'call', 'attribute', 'subscript']);

/** Exchanges the sides of a join: the same rows, with the columns of the other side first. */
export function swapJoin(
  read: ReadProject,
  { at, alsoOthers }: Extract<GraphEdit, { kind: 'swap-join' }>,
): PlannedEdit {
  const site = siteOfJoin(read, at);
  const how = joinHow(site);
  if (how === 'left_semi' || how === 'left_anti')
    throw new Refused(
      `${named(site.operation)} keeps rows of its left side only: there is no such join for the right.`,
    );
  const { file, text, syntax } = site;
  const args = site.operation.method === 'crossJoin' ? undefined : joinArguments(site);
  const other = args?.other ?? (syntax as CallExpr).args[0];
  if (!other) throw new Refused(`${named(site.operation)} names no other DataFrame.`);
  if (!PRIMARY.has(other.value.kind))
    throw new Refused(
      `The other side of ${named(site.operation)} is not one name or call. Change it in the editor.`,
    );
  refuseShared(read, at, alsoOthers);
  const left = receiverSpan(site);
  const outer = spanOf(text, other);
  // Of `other=df` the name stays.
  const right = other.kind === 'keyword' ? { from: other.value.from, to: outer.to } : outer;
  const kind = args?.how;
  const edits: readonly SourceEdit[] = [
    ...(how === 'left' || how === 'right' ? [howEdit(site, kind, mirrored(text, kind!.value))] : []),
    { file, ...right, text: text.slice(left.from, left.to) },
    { file, ...left, text: asReceiver(text.slice(right.from, right.to)) },
  ];
  return {
    edits: edits.toSorted((a, b) => b.from - a.from),
    intends: {
      graph: swapped(graphOf(read), String(at)),
      rewritten: [...operationsWithin(read, file, right), ...operationsWithin(read, file, left)],
      keeps: 'columns',
    },
  };
}

/** What the join is called on, with the parentheses around it. */
function receiverSpan({ text, syntax }: Site): Span {
  const object = objectOf(syntax)!;
  const to = linkOf(text, syntax)!.before;
  let { from } = object;
  for (let closing = text.slice(object.to, to).split(')').length - 1; closing > 0; closing--)
    from = text.lastIndexOf('(', from - 1);
  return { from, to };
}

/** Lines need brackets around them where the chain may have none. */
function asReceiver(text: string): string {
  return text.includes('\n') && !text.startsWith('(') ? `(${text})` : text;
}

function mirrored(text: string, { from, to }: Span): string {
  return text
    .slice(from + 1, to - 1)
    .replace(/left|right/i, (side) => (side.toLowerCase() === 'left' ? 'right' : 'left'));
}
