import type { ReadProject } from '../predict-program.ts';
import type { Expr } from '../syntax/ast.ts';
import type { PythonLanguage } from '../syntax/parser.ts';
import { FileNames } from './file-names.ts';
import { framesAt } from './frames-at.ts';
import type { GraphEdit, OperationGraph, PlannedEdit, SourceEdit } from './graph-edit.ts';
import { inserted } from './intended.ts';
import { insertion, linkOf } from './links.ts';
import { linksOf } from './new-operation.ts';
import { graphOf, inputsOf, operationsOf } from './operation-graph.ts';
import { objectOf } from './receiver.ts';
import { Refused } from './refused.ts';
import { refuseShared } from './shared-results.ts';
import { named, nameOf, type Site, siteOf } from './site.ts';
import { wholeOf } from './whole-operation.ts';

type Insert = Extract<GraphEdit, { kind: 'insert' }>;

/** Writes a new operation behind another one, or on one of the edges that begin there. */
export function insertOperation(read: ReadProject, edit: Insert, language: PythonLanguage): PlannedEdit {
  const { after, before, input, operation, alsoOthers } = edit;
  const place = before === undefined ? placeBehind(read, after) : placeOnEdge(read, after, before, input);
  if (operation.method !== 'cache' && place.of === 'all') refuseShared(read, place.source, alsoOthers);
  if (operation.method !== 'cache' && before !== undefined) refuseShared(read, before, alsoOthers);
  const { file } = place;
  const other = operation.method === 'join' ? frameNamed(read, place, operation.other) : undefined;
  const names = new FileNames(file, read.files.get(file)!, place.end, language);
  const links = linksOf(operation, names);
  const change = insertAt(
    place,
    links.map(({ text }) => text),
  );
  const graph = links.reduce<OperationGraph>((before, { method }, index) => {
    const isLast = index === links.length - 1;
    return inserted(
      before,
      { key: `+${index}`, method },
      String(place.source),
      (edge) => isLast && method !== 'cache' && !edge.to.startsWith('+') && place.takes(edge),
    );
  }, graphOf(read));
  const joined = other === undefined ? [] : [{ from: String(other), to: '+0', input: 1 }];
  return {
    edits: [change, ...names.edits],
    intends: {
      graph: { ...graph, edges: [...graph.edges, ...joined] },
      rewritten: links.map(({ method }) => method),
      keeps: 'nothing',
    },
  };
}

function frameNamed(read: ReadProject, { file, end }: Place, name: string): number {
  const found = framesAt(read, file, end).find((each) => each.name === name);
  if (!found) throw new Refused(`No DataFrame has the name ${name} there.`);
  return found.at;
}

/** An expression that gives a DataFrame, behind which links can be written, and the edges that go through it. */
export interface Place {
  readonly file: string;
  readonly text: string;
  readonly end: number;
  /** The expression's own last link, and the one that follows it. */
  readonly syntax: Expr;
  readonly around: Site['around'];
  readonly of: 'all' | 'one';
  /** The operation whose result it is. */
  readonly source: number;
  takes(edge: OperationGraph['edges'][number]): boolean;
}

export function placeBehind(read: ReadProject, at: number): Place {
  const { call, operation, file, text, syntax, around, statement } = siteOf(read, at);
  if (call && call.gives.kind !== 'frame')
    throw new Refused(`${named(operation)} gives no DataFrame that something could follow on.`);
  if (statement.kind === 'expression' && statement.value === syntax)
    throw new Refused(`Nothing uses what ${named(operation)} gives: an operation there would do nothing.`);
  const place = { file, text, end: syntax.to, syntax, around, of: 'all' } as const;
  if (!isSameAsTaken(call)) return { ...place, source: at, takes: () => true };
  const taken = operationsOf(read).taken.find(({ to, input }) => to === at && input === 0);
  if (!taken) throw new Refused(`Where ${named(operation)} has its rows from is not known.`);
  return { ...place, source: taken.from, takes: ({ to }) => Number(to) > at };
}

/** `df.cache()` and the like return the very DataFrame that they are called on. */
function isSameAsTaken(call: Site['call']): boolean {
  return call?.gives.kind === 'frame' && call.on?.kind === 'frame' && call.gives.frame === call.on.frame;
}

/** Before an aggregation is before its `groupBy`. */
export function placeOnEdge(read: ReadProject, after: number, before: number, input?: number): Place {
  const edge = operationsOf(read).taken.find(
    (each) => each.from === after && each.to === before && (input === undefined || each.input === input),
  );
  const parts = wholeOf(read, before);
  const [first] = parts;
  if (!edge || !first)
    throw new Refused(`${nameOf(read, before)} does not read what ${nameOf(read, after)} gives.`);
  const place = placeOfInput(first, edge.input, after);
  const keys = parts.map(({ at }) => String(at));
  return {
    ...place,
    takes: (other) =>
      (keys.includes(other.to) && other.input === edge.input) ||
      (isHandedOn(first) && Number(other.to) > before),
  };
}

/** What hands on the DataFrame that it takes hands on another one when it takes another one. */
function isHandedOn({ call, statement, syntax }: Site): boolean {
  return isSameAsTaken(call) && !(statement.kind === 'expression' && statement.value === syntax);
}

/** The expression that an operation takes as its input: what it is called on, or one of its arguments. */
export function placeOfInput(site: Site, input: number, source: number): Place {
  const { file, text, syntax, around, call, operation } = site;
  const expr = input === 0 ? receiverOf(site) : argumentOf(site, input);
  if (!expr || !call)
    throw new Refused(`Which text ${named(operation)} reads is not plain. Change it in the editor.`);
  refuseUnlessPrimary(expr, operation);
  const to = String(site.at);
  return {
    ...{ file, text, end: endOf(site, expr, input), syntax: expr, around: [...around, syntax], of: 'one' },
    source,
    takes: (edge) => edge.from === String(source) && edge.to === to && edge.input === input,
  };
}

const WORKS_ON_FRAME: ReadonlySet<string> = new Set(['frame', 'na', 'stat']);

/** Groups are taken from where they were made. */
function receiverOf({ syntax, call, operation }: Site): Expr | undefined {
  if (call?.kind === 'function') return syntax.kind === 'call' ? syntax.args[0]?.value : undefined;
  if (call?.on?.kind === 'writer') return writtenBy(objectOf(syntax));
  if (!call?.on || !WORKS_ON_FRAME.has(call.on.kind))
    throw new Refused(`${named(operation)} is called on no DataFrame itself.`);
  return objectOf(syntax);
}

/** In `df.write.mode("append").parquet("out")` what is written; undefined where the writer comes from a variable. */
function writtenBy(writer: Expr | undefined): Expr | undefined {
  if (writer?.kind === 'call') return writtenBy(objectOf(writer));
  return writer?.kind === 'attribute' && writer.name === 'write' ? writer.object : undefined;
}

/** Frames among the arguments are counted in the order in which they are written, keywords last. */
function argumentOf({ syntax, call }: Site, input: number): Expr | undefined {
  if (syntax.kind !== 'call' || !call) return undefined;
  const frame = inputsOf(call).find((each) => each.input === input)?.frame;
  const plain = syntax.args.filter(({ kind }) => kind === 'plain');
  const index = frame ? call.args.positional.indexOf(frame) : -1;
  if (index >= 0) return syntax.args.some(({ kind }) => kind === 'args') ? undefined : plain[index]?.value;
  const [name] = [...call.args.keywords].find(([, value]) => value === frame) ?? [];
  return syntax.args.find((each) => each.kind === 'keyword' && each.name === name)?.value;
}

function refuseUnlessPrimary(expr: Expr, operation: Site['operation']): void {
  if (['name', 'call', 'attribute', 'subscript'].includes(expr.kind)) return;
  throw new Refused(`What ${named(operation)} reads is not one name or call. Change it in the editor.`);
}

/** Behind the closing parentheses of what a method is called on. */
function endOf({ text, syntax }: Site, expr: Expr, input: number): number {
  const isReceiver = input === 0 && syntax.kind === 'call' && objectOf(syntax) === expr;
  return isReceiver ? (linkOf(text, syntax)?.before ?? expr.to) : expr.to;
}

/** New links at a place, in the way in which its chain is written. */
export function insertAt(place: Place, links: readonly string[]): SourceEdit {
  const { file, text, end, syntax, around } = place;
  const own = syntax.kind === 'call' || syntax.kind === 'subscript' ? linkOf(text, syntax) : undefined;
  const parent = around.findLast((node) => node.kind === 'call' || node.kind === 'subscript');
  const next = parent && objectOf(parent) === syntax ? linkOf(text, parent) : undefined;
  return { file, ...insertion(text, end, links, own, next) };
}
