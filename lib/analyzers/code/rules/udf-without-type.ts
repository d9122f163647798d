import type { Expr } from '#lib/pyspark/syntax/ast.ts';
import { bodyNodes, madeUdfs } from '../facts/udfs.ts';
import type { Rule } from '../rule.ts';

export const udfWithoutType: Rule = {
  id: 'UDF-05',
  name: 'udf-without-type',
  title: 'a Python function without its type',
  severity: 'medium',
  evidence: 'C',
  why: 'The type is string then: numbers come out as text, and what cannot be text as null or its Java name.',
  notWhen: 'The function returns text.',
  options: [
    {
      action: 'Name the type: udf(f, "int"), or @udf("int").',
      trade_off: 'None: the column has another type, which is the one that is meant.',
      avoid_when: 'Later code counts on a text column.',
    },
  ],
  *check(context) {
    for (const { where, fn, typed, call } of madeUdfs(context)) {
      if (
        typed ||
        call.gives.kind !== 'udf' ||
        call.gives.type.kind !== 'string' ||
        call.gives.mode !== 'batch'
      )
        continue;
      const returned =
        fn.def.kind === 'lambda'
          ? [fn.def.body]
          : [...bodyNodes(fn.def)].flatMap((node) =>
              node.kind === 'return' && node.value ? [node.value] : [],
            );
      const kind = returned.map(notText).find((each) => each !== undefined);
      if (kind === undefined) continue;
      yield {
        where,
        message: `the function returns ${kind}, but without a type Spark makes it a string`,
        confidence: 'high',
        whyConfidence: 'a return in it is certainly no text, and no type is given',
      };
    }
  },
};

const CALLS: Readonly<Record<string, string>> = {
  len: 'a number',
  int: 'a number',
  float: 'a number',
  round: 'a number',
  sum: 'a number',
  abs: 'a number',
  bool: 'a truth value',
  list: 'a list',
  sorted: 'a list',
  dict: 'a dict',
};

/** What an expression certainly is, where that is no text. */
function notText(expr: Expr): string | undefined {
  switch (expr.kind) {
    case 'integer':
    case 'float':
      return 'a number';
    case 'compare':
    case 'not':
      return 'a truth value';
    case 'list':
      return 'a list';
    case 'dict':
      return 'a dict';
    case 'constant':
      return typeof expr.value === 'boolean' ? 'a truth value' : undefined;
    case 'comprehension':
      return expr.of === 'list' ? 'a list' : undefined;
    case 'binary':
      // `+` joins texts, `*` repeats them and `%` formats them.
      return ['-', '/', '//', '**'].includes(expr.operator) ? 'a number' : undefined;
    case 'conditional':
      return notText(expr.body) ?? notText(expr.orElse);
    case 'call':
      return expr.callee.kind === 'name' && Object.hasOwn(CALLS, expr.callee.name)
        ? CALLS[expr.callee.name]
        : undefined;
    default:
      return undefined;
  }
}
