import type { ReadProject } from '../predict-program.ts';
import type { Argument } from '../syntax/ast.ts';
import type { PythonLanguage } from '../syntax/parser.ts';
import { type FormArgument, formOf } from './argument-form.ts';
import { FileNames } from './file-names.ts';
import type { ArgumentText, GraphEdit, PlannedEdit, SourceEdit } from './graph-edit.ts';
import { graphOf } from './operation-graph.ts';
import { Refused } from './refused.ts';
import { refuseShared } from './shared-results.ts';
import { named, type Site, siteOf } from './site.ts';

type ArgumentsEdit = Extract<GraphEdit, { kind: 'arguments' }>;

/** Writes other arguments; those that stay are not touched. */
export function changeArguments(
  read: ReadProject,
  { at, arguments: wanted, alsoOthers }: ArgumentsEdit,
  language: PythonLanguage,
): PlannedEdit {
  const site = siteOf(read, at);
  const form = formOf(read, site);
  if (form.why !== undefined) throw new Refused(form.why);
  refuseDoubles(
    wanted.filter(
      ({ text, name }) =>
        !form.arguments.some((each) => each.why !== undefined && each.text === text && each.name === name),
    ),
    site,
  );
  refuseShared(read, at, alsoOthers);
  const names = new FileNames(site.file, read.files.get(site.file)!, site.syntax.from, language);
  const edits = [...argumentEdits(site, form.arguments, wanted, names), ...names.edits];
  if (edits.length === 0) throw new Refused('The arguments are these already.');
  return { edits, intends: { graph: graphOf(read), rewritten: [], keeps: 'nothing' } };
}

function refuseDoubles(wanted: readonly ArgumentText[], { operation }: Site): void {
  const firstNamed = wanted.findIndex(({ name }) => name !== undefined);
  if (firstNamed >= 0 && wanted.slice(firstNamed).some(({ name }) => name === undefined))
    throw new Refused('Arguments without a name come before those with one.');
  const names = wanted.flatMap(({ name }) => name ?? []);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Refused(`${named(operation)} would be given ${twice} twice.`);
  const noName = names.find((name) => !/^[A-Za-z_]\w*$/.test(name));
  if (noName !== undefined) throw new Refused(`${noName} is no name of an argument.`);
}

/** What differs between the arguments that are there and those that are wanted, last first. */
export function argumentEdits(
  { file, text, syntax }: Pick<Site, 'file' | 'text' | 'syntax'>,
  current: readonly FormArgument[],
  wanted: readonly ArgumentText[],
  names: FileNames,
): readonly SourceEdit[] {
  if (syntax.kind !== 'call') return [];
  const isSame = (a: ArgumentText, b: ArgumentText): boolean => a.name === b.name && a.text.trim() === b.text;
  let head = 0;
  while (head < Math.min(current.length, wanted.length) && isSame(wanted[head]!, current[head]!)) head++;
  let tail = 0;
  const most = Math.min(current.length, wanted.length) - head;
  while (tail < most && isSame(wanted.at(-1 - tail)!, current.at(-1 - tail)!)) tail++;
  const old = current.slice(head, current.length - tail);
  const fresh = wanted.slice(head, wanted.length - tail);
  const fixed = old.find(({ why }) => why !== undefined);
  if (fixed) throw new Refused(`\`${fixed.text}\` stays: ${fixed.why}`);
  const spans = syntax.args.map((argument) => spanOf(text, argument));
  const written = fresh.map((argument) => argumentText(argument, names));
  const edits: SourceEdit[] = [];
  const shared = Math.min(old.length, fresh.length);
  for (let index = 0; index < shared; index++) {
    const { from, to } = spans[head + index]!;
    if (text.slice(from, to) !== written[index]) edits.push({ file, from, to, text: written[index]! });
  }
  const added = written.slice(shared);
  if (added.length > 0) edits.push({ file, ...additionOf(text, syntax.to, spans, head + shared, added) });
  if (old.length > shared)
    edits.push({ file, ...removedOf(text, spans, head + shared, head + old.length - 1), text: '' });
  return edits.toReversed();
}

function argumentText({ name, text }: ArgumentText, names: FileNames): string {
  const value = names.expression(text.trim());
  return name === undefined ? value : `${name}=${value}`;
}

/** An argument with its keyword and the parentheses around it. */
export function spanOf(text: string, argument: Argument): { readonly from: number; readonly to: number } {
  let { from, to } = argument.value;
  const stars = /\*\*?\s*$/.exec(text.slice(0, from));
  if (stars && (argument.kind === 'args' || argument.kind === 'kwargs')) return { from: stars.index, to };
  for (;;) {
    const before = /\(\s*$/.exec(text.slice(0, from));
    const behind = /^\s*\)/.exec(text.slice(to));
    // The call's own parentheses are no pair around one argument, unless that pair is inside them.
    if (!before || !behind || !isInner(text, before.index)) break;
    [from, to] = [before.index, to + behind[0].length];
  }
  if (argument.kind !== 'keyword') return { from, to };
  const keyword = new RegExp(`${argument.name}\\s*=\\s*$`).exec(text.slice(0, from));
  return { from: keyword?.index ?? from, to };
}

/** Whether parentheses are a pair of their own: what stands before them is no name that they call. */
function isInner(text: string, open: number): boolean {
  return /[(,=](\s|#.*\n)*$/.test(text.slice(0, open));
}

function additionOf(
  text: string,
  end: number,
  spans: readonly { readonly from: number; readonly to: number }[],
  index: number,
  added: readonly string[],
): Omit<SourceEdit, 'file'> {
  const list = added.join(', ');
  const before = spans[index - 1];
  if (before) return { from: before.to, to: before.to, text: `, ${list}` };
  const next = spans[index];
  if (next) return { from: next.from, to: next.from, text: `${list}, ` };
  const at = text.lastIndexOf(')', end - 1);
  return { from: at, to: at, text: list };
}

/** Arguments that go take the comma before them along, the first ones the comma behind them. */
function removedOf(
  text: string,
  spans: readonly { readonly from: number; readonly to: number }[],
  first: number,
  last: number,
): { readonly from: number; readonly to: number } {
  const [own, end, before, next] = [spans[first]!, spans[last]!, spans[first - 1], spans[last + 1]];
  const hasComment = (from: number, to: number): boolean => text.slice(from, to).includes('#');
  if (before && !hasComment(before.to, own.from)) return { from: before.to, to: end.to };
  // A comma behind the last one would stand alone.
  if (!next) return { from: own.from, to: end.to + (/^\s*,/.exec(text.slice(end.to))?.[0].length ?? 0) };
  if (hasComment(end.to, next.from))
    throw new Refused('A comment stands between the arguments. Change them in the editor.');
  return { from: own.from, to: next.from };
}
