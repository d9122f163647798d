import type { ReadProject } from '../predict-program.ts';
import { rootName } from '../syntax/walk.ts';
import { bindingsAt, functionsIn } from './bindings.ts';
import { cutOut } from './cut-out.ts';
import { namesIn } from './expression-text.ts';
import type { GraphEdit, PlannedEdit, SourceEdit } from './graph-edit.ts';
import { insertAt, type Place, placeBehind, placeOnEdge } from './insert-operation.ts';
import { inserted, without } from './intended.ts';
import { commentBehind, endsLine, type Link, linkOf } from './links.ts';
import { callOf, graphOf, operationsOf } from './operation-graph.ts';
import { operationsWithin } from './operations-within.ts';
import { Refused } from './refused.ts';
import { type Step, whyNotExchanged } from './reorder-rules.ts';
import { readersOf } from './shared-results.ts';
import { isStatement, named, nameOf, type Site, siteOf } from './site.ts';
import { startOfLine, startOfNextLine } from './text-lines.ts';

type Move = Extract<GraphEdit, { kind: 'move' }>;

/** Brings an operation to another place in its line of operations, where every result stays what it is. */
export function moveOperation(read: ReadProject, edit: Move): PlannedEdit {
  const { at } = edit;
  const site = siteOf(read, at);
  const link = movableLink(site);
  const crossed = crossedBy(read, edit);
  refuseUnlessAlone(read, site, crossed);
  const place = placeOf(read, edit);
  refuseOtherNames(read, site, place);
  const before = graphOf(read);
  const key = String(at);
  const graph = inserted(
    without(before, key),
    { key, method: site.operation.method },
    // Its own result is that of what it was called on, once it is taken out.
    String(place.source === at ? lineAbove(read, at)[0] : place.source),
    (edge) => site.call?.gives !== site.call?.on && place.takes(edge),
  );
  const others = before.edges.filter(({ to, input }) => to === key && input > 0);
  const rewritten = operationsWithin(read, site.file, link);
  return {
    edits: moved(site, link, place),
    intends: { graph: { ...graph, edges: [...graph.edges, ...others] }, rewritten, keeps: 'rows' },
  };
}

/** The text that can stand elsewhere: one method's call on a DataFrame. */
function movableLink({ text, syntax, call, operation }: Site): Link {
  const link = linkOf(text, syntax);
  if (call?.on?.kind === 'grouped' || call?.gives.kind === 'grouped')
    throw new Refused(
      `${named(operation)} is one with its groups: move what is before or behind it instead.`,
    );
  if (!link || call?.kind !== 'method')
    throw new Refused(`${named(operation)} is no method of its DataFrame. Change it in the editor.`);
  return link;
}

/** The operations that it passes; refuses where passing one of them changes something. */
function crossedBy(read: ReadProject, edit: Move): readonly number[] {
  const { at } = edit;
  const isBefore = 'before' in edit;
  const target = isBefore ? edit.before : edit.after;
  const above = lineAbove(read, at);
  // What hands on the DataFrame that it takes is in nobody's line: where it was taken from is.
  const self = readersOf(read, [at]).length > 0 ? at : (above[0] ?? at);
  const aboveTarget = lineAbove(read, target);
  const isUp = above.includes(target);
  if (!isUp && !aboveTarget.includes(self))
    throw new Refused(`${nameOf(read, at)} and ${nameOf(read, target)} are not in one line of operations.`);
  const crossed = isUp
    ? above.slice(0, above.indexOf(target) + (isBefore ? 1 : 0))
    : [...(isBefore ? [] : [target]), ...aboveTarget.slice(0, aboveTarget.indexOf(self))];
  if (crossed.length === 0) throw new Refused(`${nameOf(read, at)} is there already.`);
  for (const other of crossed) {
    const why = isUp
      ? whyNotExchanged(read, stepOf(read, other), stepOf(read, at))
      : whyNotExchanged(read, stepOf(read, at), stepOf(read, other));
    if (why !== undefined) throw new Refused(why);
  }
  return crossed;
}

/** What an operation is called on, what that was called on, and so on. */
export function lineAbove(read: ReadProject, at: number): readonly number[] {
  const found: number[] = [];
  const { taken } = operationsOf(read);
  for (let now = at; ; ) {
    const above = taken.find(({ to, input }) => to === now && input === 0)?.from;
    if (above === undefined || found.includes(above)) return found;
    found.push(above);
    now = above;
  }
}

function stepOf(read: ReadProject, at: number): Step {
  const call = callOf(read, at);
  if (call) return { at, call };
  throw new Refused(`${nameOf(read, at)} is written in brackets. Change it in the editor.`);
}

/** Others that read a result in between would read another one. */
function refuseUnlessAlone(read: ReadProject, { at }: Site, crossed: readonly number[]): void {
  const all = [at, ...crossed];
  const { operations } = read.program;
  for (const each of all) {
    const outside = readersOf(read, [each]).filter((reader) => !all.includes(reader));
    const isEnd = !readersOf(read, [each]).some((reader) => all.includes(reader));
    if (isEnd || outside.length === 0) continue;
    const lines = [...new Set(outside.map((reader) => `line ${operations[reader]!.name.line}`))];
    throw new Refused(
      `What ${nameOf(read, each)} gives is also used on ${lines.join(' and ')}, which would get something else.`,
    );
  }
}

function placeOf(read: ReadProject, edit: Move): Place {
  if ('after' in edit) return placeBehind(read, edit.after);
  const source = operationsOf(read).taken.find(({ to, input }) => to === edit.before && input === 0)?.from;
  if (source === undefined) throw new Refused(`${nameOf(read, edit.before)} reads no other operation.`);
  return placeOnEdge(read, source, edit.before);
}

/** A name in the arguments must stand for the same there as here. */
function refuseOtherNames(
  read: ReadProject,
  { syntax, statement, around, operation, file }: Site,
  place: Place,
): void {
  if (file !== place.file || functionsIn(around).at(-1) !== functionsIn(place.around).at(-1))
    throw new Refused(
      `${named(operation)} and its new place are in different functions. Change it in the editor.`,
    );
  const other = place.around.findLast(isStatement);
  if (!other || other === statement || syntax.kind !== 'call') return;
  const [from, to] = [Math.min(statement.from, other.from), Math.max(statement.from, other.from)];
  const used = new Set(syntax.args.flatMap(({ value }) => namesIn(value).map(({ name }) => name)));
  // `df.filter(df.a > 1)` reads the same column of the DataFrame that has this name there.
  const root = rootName(syntax);
  if (root !== undefined && root === rootName(place.syntax)) used.delete(root);
  const { module } = read.files.get(file)!;
  const changed = bindingsAt(module, to).find(
    (each) => each.from >= from && each.from < to && used.has(each.name),
  );
  if (changed)
    throw new Refused(
      `${named(operation)} uses ${changed.name}, which is given another value between here and there.`,
    );
}

/** The text of the operation at its new place, and taken out of the old one, with the comment behind it. */
function moved(site: Site, link: Link, place: Place): readonly SourceEdit[] {
  const { file, text } = site;
  const own = `.${text.slice(link.from + 1, link.to).trimStart()}`;
  const plain = insertAt(place, [own]);
  const comment = commentBehind(text, link);
  const takesComment =
    comment && plain.text.includes('\n') && !plain.text.includes('\\') && endsLine(text, plain.from);
  const cuts = cutOut([site]);
  if (!takesComment) return ordered([plain, ...cuts]);
  const withComment = insertAt(place, [own + text.slice(comment.from, comment.to)]);
  const line = { from: startOfLine(text, link.from), to: startOfNextLine(text, comment.to) };
  return ordered([withComment, { file, ...line, text: '' }]);
}

function ordered(edits: readonly SourceEdit[]): readonly SourceEdit[] {
  return edits.toSorted((a, b) => b.from - a.from);
}
