import type { SourceEdit } from './graph-edit.ts';
import { type Link, linkOf, merged, removal, statementRemoval } from './links.ts';
import { objectOf } from './receiver.ts';
import { Refused } from './refused.ts';
import { named, type Site } from './site.ts';

/** The edits that take an operation's text out, and with it a statement of which nothing would be left. */
export function cutOut(parts: readonly Site[]): readonly SourceEdit[] {
  const { file, text, syntax, statement, call, operation } = parts.at(-1)!;
  if (parts[0]!.call?.on?.kind === 'writer' || leavesNothing(parts))
    return [{ file, ...statementRemoval(text, statement, isAloneInBlock(parts.at(-1)!)) }];
  if (call?.kind === 'function' && syntax.kind === 'call') {
    const [argument] = syntax.args;
    if (syntax.args.length !== 1 || argument?.kind === 'args' || !argument)
      throw new Refused(`${named(operation)} takes its DataFrame from a list. Change it in the editor.`);
    const { from, to } = argument.value;
    return [
      { file, from: to, to: syntax.to, text: '' },
      { file, from: syntax.from, to: from, text: '' },
    ];
  }
  return merged(linksOf(parts).map((link) => removal(text, link)))
    .map((span) => ({ file, ...span, text: '' }))
    .toReversed();
}

/** Links that follow each other go as one, unless a comment stands between them. */
function linksOf(parts: readonly Site[]): readonly Link[] {
  const found: Link[] = [];
  for (const { text, syntax } of parts) {
    const link = linkOf(text, syntax)!;
    const last = found.at(-1);
    if (last && !text.slice(last.to, link.from).includes('#'))
      found[found.length - 1] = { ...last, to: link.to };
    else found.push(link);
  }
  return found;
}

/** `df = df.filter(…)` and `df.cache()`: without the call they would be `df = df` and `df`. */
function leavesNothing(parts: readonly Site[]): boolean {
  const { statement, syntax, text } = parts.at(-1)!;
  const object = objectOf(parts[0]!.syntax);
  if (object?.kind !== 'name') return false;
  if (statement.kind === 'expression') return statement.value === syntax;
  if (statement.kind !== 'assign' || statement.value !== syntax) return false;
  const [target, ...more] = statement.targets;
  const isItself = more.length === 0 && target?.kind === 'name' && target.name === object.name;
  return isItself && !hasCommentBetween(parts, object.to, text);
}

/** A comment between the links would go with the statement. */
function hasCommentBetween(parts: readonly Site[], from: number, text: string): boolean {
  let at = from;
  for (const { syntax } of parts) {
    if (text.slice(at, linkOf(text, syntax)?.from ?? at).includes('#')) return true;
    at = syntax.to;
  }
  return text.slice(at, parts.at(-1)!.statement.to).includes('#');
}

function isAloneInBlock({ around, statement }: Site): boolean {
  const parent = around[around.indexOf(statement) - 1];
  return parent !== undefined && blockIn(parent, statement)?.length === 1;
}

function blockIn(of: object, statement: Site['statement']): readonly unknown[] | undefined {
  for (const value of Object.values(of) as readonly unknown[]) {
    if (!Array.isArray(value)) continue;
    if (value.includes(statement)) return value;
    // Handlers and cases have bodies of their own.
    for (const each of value) {
      const found = typeof each === 'object' && each !== null ? blockIn(each, statement) : undefined;
      if (found) return found;
    }
  }
  return undefined;
}
