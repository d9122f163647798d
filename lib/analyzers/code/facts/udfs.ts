import type { SourceRange } from '#lib/pyspark/program.ts';
import type { SparkCall } from '#lib/pyspark/spark-call.ts';
import type { FunctionDef, LambdaExpr } from '#lib/pyspark/syntax/ast.ts';
import { type SyntaxNode, walkSyntax } from '#lib/pyspark/syntax/walk.ts';
import type { FunctionValue, Value } from '#lib/pyspark/values/value.ts';
import type { RuleContext } from '../context.ts';

/** A Python function that becomes a UDF, and where. */
export interface MadeUdf {
  readonly where: SourceRange;
  readonly fn: FunctionValue;
  /** Whether a type was given, in whichever way. */
  readonly typed: boolean;
  readonly call: SparkCall;
}

/** `udf(f, …)`, `@udf`, `@udf(…)`, `pandas_udf`, and `spark.udf.register`. */
export function madeUdfs(context: RuleContext): readonly MadeUdf[] {
  const found: MadeUdf[] = [];
  for (const call of [
    ...context.functions('udf', 'pandas_udf', 'arrow_udf'),
    ...context.on('udf-registration', 'register'),
  ]) {
    if (call.gives.kind !== 'udf' || call.gives.fn.kind !== 'function') continue;
    found.push({ where: call.name, fn: call.gives.fn, typed: isTyped(call), call });
  }
  return found;
}

/** The call itself has a type, or it is what `udf("int")` gave: then the name stands for a call with one. */
function isTyped(call: SparkCall): boolean {
  if (call.args.keywords.has('returnType')) return true;
  const types = call.args.positional.filter(
    (value) =>
      value.kind === 'type' ||
      value.kind === 'str' ||
      value.kind === 'opaque' ||
      value.kind === 'unknown' ||
      value.kind === 'udf',
  );
  return types.length > (call.kind === 'method' ? 1 : 0);
}

/** Nodes of a function's own body, not of functions in it. */
export function* bodyNodes(def: FunctionDef | LambdaExpr): Generator<SyntaxNode> {
  const body: readonly SyntaxNode[] = def.kind === 'lambda' ? [def.body] : def.body;
  for (const part of body) {
    yield part;
    yield* walkSyntax(part);
  }
}

/** What a name means in a function, as it was when the program ended; parameters and the function's own names are none. */
export function outerValue(fn: FunctionValue, name: string): Value | undefined {
  const { def } = fn;
  if (def.params.some((param) => param.name === name)) return undefined;
  for (const node of bodyNodes(def)) {
    if (
      node.kind === 'assign' &&
      node.targets.some((target) => target.kind === 'name' && target.name === name)
    )
      return undefined;
    if ((node.kind === 'for' || node.kind === 'lambda') && namesBound(node).includes(name)) return undefined;
    if (
      node.kind === 'comprehension' &&
      node.clauses.some(
        (each) => each.kind === 'for' && each.target.kind === 'name' && each.target.name === name,
      )
    )
      return undefined;
  }
  for (let scope: FunctionValue['scope'] | undefined = fn.scope; scope; scope = scope.outer) {
    const value = scope.vars.get(name);
    if (value) return value;
  }
  return fn.scope.module.vars.get(name);
}

function namesBound(node: Extract<SyntaxNode, { kind: 'for' | 'lambda' }>): readonly string[] {
  if (node.kind === 'lambda') return node.params.map(({ name }) => name);
  return node.target.kind === 'name' ? [node.target.name] : [];
}
