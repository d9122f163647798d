import type { ReadProject } from '../predict-program.ts';
import type { Expr } from '../syntax/ast.ts';
import { objectOf } from './receiver.ts';
import { Refused } from './refused.ts';
import { named, type Site, siteOf } from './site.ts';

/** An operation with all calls that belong to it: `groupBy`, `pivot` and the aggregation are nothing without each other. */
export function wholeOf(read: ReadProject, at: number): readonly Site[] {
  const site = siteOf(read, at);
  return [...partsBefore(read, site), site, ...partsBehind(read, site)];
}

function partsBefore(read: ReadProject, site: Site): readonly Site[] {
  if (site.call?.on?.kind !== 'grouped') return [];
  const before =
    site.syntax.kind === 'call' ? siteOfMethod(read, site.file, objectOf(site.syntax)) : undefined;
  if (before?.call?.gives.kind !== 'grouped')
    throw new Refused(
      `The groups of ${named(site.operation)} come from a variable. Change it in the editor.`,
    );
  return [...partsBefore(read, before), before];
}

function partsBehind(read: ReadProject, site: Site): readonly Site[] {
  if (site.call?.gives.kind !== 'grouped') return [];
  const around = site.around.at(-2);
  const next = around?.kind === 'call' && objectOf(around) === site.syntax ? around : undefined;
  const after = siteOfMethod(read, site.file, next);
  if (after?.call?.on?.kind !== 'grouped')
    throw new Refused(
      `The groups of ${named(site.operation)} are kept in a variable. Change it in the editor.`,
    );
  return [after, ...partsBehind(read, after)];
}

function siteOfMethod(read: ReadProject, file: string, expr: Expr | undefined): Site | undefined {
  if (expr?.kind !== 'call' || expr.callee.kind !== 'attribute') return undefined;
  const { from } = expr.callee.nameSpan;
  const at = read.program.operations.findIndex(({ name }) => name.from === from && name.file === file);
  return at === -1 ? undefined : siteOf(read, at);
}
