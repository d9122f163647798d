import type { Call, Expression } from '../expression/expression.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { asConditional, asWindow, type Flow, join, NOTHING, through } from './flow.ts';

/** What flows into the value of an expression. */
export function expressionFlow(
  expression: Expression,
  flows: ReadonlyMap<number, Flow>,
  subquery: (plan: LogicalPlan) => readonly Flow[],
): Flow {
  const flow = (each: Expression): Flow => expressionFlow(each, flows, subquery);
  switch (expression.kind) {
    case 'attribute':
      return flows.get(expression.id) ?? NOTHING;
    case 'outer':
      return flows.get(expression.attribute.id) ?? NOTHING;
    case 'literal':
      return NOTHING;
    case 'alias':
    case 'sort-order':
      return flow(expression.child);
    case 'cast':
      return through(flow(expression.child), 'transformation');
    case 'lambda':
      return flow(expression.body);
    case 'python-udf': {
      const how = expression.mode.endsWith('aggregate') ? 'aggregation' : 'transformation';
      return through(join(expression.args.map(flow)), how);
    }
    case 'window': {
      const keys = [...expression.partitionBy, ...expression.orderBy].map(flow);
      return join([flow(expression.fn), asWindow(join(keys))]);
    }
    case 'scalar-subquery':
      return subquery(expression.plan)[0] ?? NOTHING;
    case 'exists':
      return asConditional(join(subquery(expression.plan)));
    case 'in-subquery': {
      const inside = asConditional(join(subquery(expression.plan)));
      return join([inside, ...expression.values.map(flow)]);
    }
    case 'call':
      return callFlow(expression, flow);
  }
}

function callFlow(call: Call, flow: (expression: Expression) => Flow): Flow {
  const args = call.args.map(flow);
  const [first = NOTHING, second = NOTHING] = args;
  switch (call.fn) {
    case 'case':
      return through(
        join(args.map((arg, i) => (isCondition(i, args.length) ? asConditional(arg) : arg))),
        'transformation',
      );
    case 'if':
    case 'nvl2':
      return through(join([asConditional(first), ...args.slice(1)]), 'transformation');
    case 'nullif':
      return through(join([first, second, asConditional(join([first, second]))]), 'transformation');
    case 'decode':
      if (args.length > 2) return through(join(args.map(decodedFlow)), 'transformation');
      break;
    case 'window':
      // A time window's start is computed with a CASE over the moment.
      return through(join([first, asConditional(first)]), 'transformation');
    case 'pivotfirst':
      return through(join([asConditional(first), second]), 'aggregation');
  }
  const filter = call.filter === undefined ? [] : [asConditional(flow(call.filter))];
  const how = call.role === 'aggregate' ? 'aggregation' : 'transformation';
  return through(join([...args, ...filter]), how);
}

/** Conditions and values alternate; a last one alone is a value. */
function isCondition(i: number, count: number): boolean {
  return i % 2 === 0 && i !== count - 1;
}

/** `decode(value, search, result, …, otherwise)` is a CASE: what is compared only decides. */
function decodedFlow(arg: Flow, i: number, args: readonly Flow[]): Flow {
  const isResult = i > 0 && (i % 2 === 0 || i === args.length - 1);
  return isResult ? arg : asConditional(arg);
}
