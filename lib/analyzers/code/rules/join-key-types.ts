import type { Expression } from '#lib/plan/expression/expression.ts';
import { expressionText } from '#lib/plan/expression/text.ts';
import { collect } from '#lib/plan/expression/traverse.ts';
import { typeOf } from '#lib/plan/expression/type-of.ts';
import { typeName } from '#lib/plan/types/data-type.ts';
import { nodesOf } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

const NUMBERS = new Set(['tinyint', 'smallint', 'int', 'bigint', 'float', 'double', 'decimal']);

export const joinKeyTypes: Rule = {
  id: 'SHF-19',
  name: 'join-key-types',
  title: 'a join of a text with a number',
  severity: 'medium',
  evidence: 'C+',
  why: 'Spark casts one key, which loses the buckets or partitions it lies in, and texts such as "007" or "1.0" match numbers, or fail.',
  notWhen: 'Every text is known to be a plain number, and neither side is bucketed by the key.',
  options: [
    {
      action: 'Give both keys the same type where the data is read or written.',
      trade_off: 'Data that is there already has to be written again or cast once.',
      avoid_when: 'The other side belongs to somebody else.',
    },
  ],
  *check(context) {
    for (const { analyzed } of context.actions) {
      for (const node of nodesOf(analyzed, true)) {
        const where = context.place(node.at);
        if (node.kind !== 'Join' || node.condition === undefined || !where) continue;
        for (const [text, number] of collect(node.condition, isEquality).flatMap(mixed)) {
          yield {
            where,
            message: `${expressionText(text)} is a string and ${expressionText(number)} a ${typeName(typeOf(number))}: Spark casts one of them for every row`,
            confidence: 'high',
            whyConfidence: 'both types are known from the schemas',
          };
        }
      }
    }
  },
};

type Equality = Extract<Expression, { kind: 'call' }>;

function isEquality(expression: Expression): expression is Equality {
  return expression.kind === 'call' && (expression.fn === '=' || expression.fn === '<=>');
}

/** The sides as they are without Spark's casts, where one is a text and the other a number. */
function mixed(equality: Equality): readonly (readonly [text: Expression, number: Expression])[] {
  const [a, b] = equality.args.map(uncast);
  if (!a || !b || a.kind === 'literal' || b.kind === 'literal') return [];
  const [first, second] = [typeOf(a).kind, typeOf(b).kind];
  if (first === 'string' && NUMBERS.has(second)) return [[a, b]];
  return second === 'string' && NUMBERS.has(first) ? [[b, a]] : [];
}

function uncast(expression: Expression): Expression {
  return expression.kind === 'cast' && expression.implicit ? uncast(expression.child) : expression;
}
