import type { Expr } from '../syntax/ast.ts';
import type { Site } from './site.ts';

/** Methods that are reached through an accessor: `df.na.drop()` is one link. */
const ACCESSORS: Readonly<Record<string, readonly string[]>> = {
  na: ['drop', 'fill', 'replace'],
  stat: ['approxQuantile', 'corr', 'cov', 'crosstab', 'freqItems', 'sampleBy'],
};

/** What a method is called on; of a function nothing. */
export function objectOf(syntax: Site['syntax']): Expr | undefined {
  if (syntax.kind === 'subscript') return syntax.object;
  const { callee } = syntax;
  if (callee.kind !== 'attribute') return undefined;
  const { object } = callee;
  if (object.kind !== 'attribute' || !Object.hasOwn(ACCESSORS, object.name)) return object;
  return ACCESSORS[object.name]?.includes(callee.name) ? object.object : object;
}
