import { flag, isAtLeast } from '../conf.ts';
import { canonicalKey } from '../expression/canonical.ts';
import type { Attribute, Expression, PythonUdf } from '../expression/expression.ts';
import { collect, isDeterministic, mapOperands, references } from '../expression/traverse.ts';
import type { PhysicalPlan, RowsExec } from './physical-plan.ts';
import type { PlannerContext } from './planner-context.ts';

export interface Evaluated {
  readonly expressions: readonly Expression[];
  readonly child: PhysicalPlan;
}

/**
 * Python functions run in an operator of their own below the one that reads them; calls within calls run together where
 * they are of one kind. Source: ExtractPythonUDFs.
 */
export function evaluatePythonUdfs(
  expressions: readonly Expression[],
  child: PhysicalPlan,
  context: PlannerContext,
): Evaluated {
  const available = new Set(child.output.map((attribute) => attribute.id));
  const calls = new Map<string, PythonUdf>();
  for (const expression of expressions) {
    for (const udf of collect(expression, isScalarUdf)) {
      if ([...references(udf)].every((id) => available.has(id))) calls.set(canonicalKey(udf), udf);
    }
  }
  const inner = new Set(
    [...calls.values()].flatMap((udf) =>
      udf.args.flatMap((arg) => collect(arg, isScalarUdf)).map(canonicalKey),
    ),
  );
  const outer = [...calls].filter(([key, udf]) => !inner.has(key) || !isDeterministic(udf));
  if (outer.length === 0) return { expressions, child };
  const results = new Map<string, Attribute>();
  let input = child;
  for (const mode of new Set(outer.map(([, udf]) => operatorOf(udf, context)))) {
    const added = outer
      .filter(([, udf]) => operatorOf(udf, context) === mode)
      .map(([key, udf]) => {
        const attribute: Attribute = {
          kind: 'attribute',
          id: context.fresh(),
          name: 'pythonUDF',
          type: udf.type,
          nullable: true,
          qualifier: [],
        };
        results.set(key, attribute);
        return attribute;
      });
    input = { ...evaluation(mode, input), output: [...input.output, ...added] };
  }
  const replace = (expression: Expression): Expression =>
    (expression.kind === 'python-udf' ? results.get(canonicalKey(expression)) : undefined) ??
    mapOperands(expression, replace);
  return { expressions: expressions.map(replace), child: input };
}

function isScalarUdf(expression: Expression): expression is PythonUdf {
  return (
    expression.kind === 'python-udf' && !expression.mode.endsWith('-aggregate') && expression.mode !== 'table'
  );
}

function operatorOf(udf: PythonUdf, context: PlannerContext): RowsExec['operator'] {
  if (udf.mode !== 'batch') return 'ArrowEvalPython';
  const standard = isAtLeast(context.settings, '4.2');
  return flag(context.settings, 'spark.sql.execution.pythonUDF.arrow.enabled', standard)
    ? 'ArrowEvalPython'
    : 'BatchEvalPython';
}

function evaluation(operator: RowsExec['operator'], child: PhysicalPlan): RowsExec {
  return {
    kind: 'Rows',
    operator,
    at: child.at,
    output: child.output,
    groupBy: undefined,
    keepsPartitioning: false,
    factor: 1,
    child,
  };
}
