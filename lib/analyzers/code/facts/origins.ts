import type { Expr } from '#lib/pyspark/syntax/ast.ts';
import { nodesInside, type SyntaxNode, walkSyntax } from '#lib/pyspark/syntax/walk.ts';
import type { RuleContext } from '../context.ts';

/** Names are followed through that many assignments: more is no longer what a reader sees either. */
const MAX_STEPS = 4;

/** An expression and all in it, then the same for what its names were last given above it in the same function or file. */
export function* nodesBehind(
  context: RuleContext,
  file: string,
  expr: Expr,
  steps = MAX_STEPS,
): Generator<SyntaxNode> {
  for (const node of [expr, ...walkSyntax(expr)]) {
    yield node;
    if (node.kind !== 'name' || steps === 0) continue;
    const value = lastGiven(context, file, node.name, expr.from);
    if (value) yield* nodesBehind(context, file, value, steps - 1);
  }
}

/** What the last assignment above gives to a name, looked for in the functions around and at the top of the file. */
function lastGiven(context: RuleContext, file: string, name: string, before: number): Expr | undefined {
  const module = context.module(file);
  let last: Expr | undefined;
  const visit = (nodes: Iterable<SyntaxNode>): void => {
    for (const node of nodes) {
      const isAround = node.from <= before && before < node.to;
      if ((node.kind === 'function' || node.kind === 'class' || node.kind === 'lambda') && !isAround)
        continue;
      if (node.kind === 'assign' && node.to <= before && node.targets.some((each) => isName(each, name)))
        last = node.value;
      visit(nodesInside(node));
    }
  };
  if (module) visit(module.body);
  return last;
}

function isName(expr: Expr, name: string): boolean {
  return expr.kind === 'name' && expr.name === name;
}
