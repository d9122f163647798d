import type { SparkCall } from '#lib/pyspark/spark-call.ts';
import type { Expr } from '#lib/pyspark/syntax/ast.ts';
import type { SyntaxPath } from '#lib/pyspark/syntax/walk.ts';
import type { RuleContext } from '../context.ts';
import type { Fix, Rule } from '../rule.ts';

export const countForEmptiness: Rule = {
  id: 'DRV-06',
  name: 'count-for-emptiness',
  title: 'count() to see whether there are rows',
  severity: 'medium',
  evidence: 'C',
  why: 'count() goes through all data, and the question is answered by the first row.',
  notWhen: 'The number itself is used as well, or the frame is cached and counted to fill the cache.',
  options: [
    {
      action: 'isEmpty(), which stops at the first row that it finds.',
      trade_off: 'It starts with one partition and takes more of them while it finds nothing.',
      avoid_when: 'The count is wanted anyway.',
    },
  ],
  *check(context) {
    for (const call of context.on('frame', 'count')) {
      const question = questionOf(context, call);
      if (!question || isCached(context, call.on.frame)) continue;
      yield {
        where: call.name,
        message: `count() is only compared with ${question.with}: it reads everything to say whether there are rows`,
        confidence: 'high',
        whyConfidence: 'the count is used in this comparison and nowhere else',
        ...(question.fix ? { fix: question.fix } : {}),
      };
    }
  },
};

interface Question {
  readonly with: string;
  readonly fix: Fix | undefined;
}

/** By operator and the number on the right: whether it asks for "no rows" (true) or for "some rows" (false). */
const ASKS: Readonly<Record<string, boolean>> = {
  '== 0': true,
  '<= 0': true,
  '< 1': true,
  '> 0': false,
  '!= 0': false,
  '>= 1': false,
};
const TURNED: Readonly<Record<string, string>> = {
  '<': '>',
  '>': '<',
  '<=': '>=',
  '>=': '<=',
  '==': '==',
  '!=': '!=',
};

function questionOf(context: RuleContext, call: SparkCall): Question | undefined {
  const syntax = context.syntaxOf(call);
  if (!syntax) return undefined;
  const parent = syntax.around.at(-1);
  if (parent?.kind === 'compare' && parent.rest.length === 1) {
    const { operator, right } = parent.rest[0]!;
    const text =
      parent.first === syntax.call
        ? `${operator} ${numberText(right)}`
        : `${TURNED[operator] ?? '?'} ${numberText(parent.first)}`;
    const empty = Object.hasOwn(ASKS, text) ? ASKS[text] : undefined;
    if (empty === undefined) return undefined;
    return { with: text.split(' ')[1]!, fix: fixOf(context, call, syntax.around, parent, empty) };
  }
  const isTest =
    ((parent?.kind === 'if' || parent?.kind === 'while' || parent?.kind === 'conditional') &&
      parent.test === syntax.call) ||
    parent?.kind === 'not';
  return isTest ? { with: 'nothing', fix: undefined } : undefined;
}

function numberText(expr: Expr): string {
  return expr.kind === 'integer' ? expr.text : '?';
}

/** The comparison becomes `x.isEmpty()`, or `not x.isEmpty()` where nothing around it binds more tightly than `not`. */
function fixOf(
  context: RuleContext,
  call: SparkCall,
  around: SyntaxPath,
  compare: Expr,
  empty: boolean,
): Fix | undefined {
  const syntax = context.syntaxOf(call)!;
  if (syntax.call.callee.kind !== 'attribute') return undefined;
  const receiver = syntax.call.callee.object;
  const text = context.text({ file: call.name.file, from: receiver.from, to: receiver.to });
  const outer = around.at(-2)?.kind ?? '';
  const wraps = ['compare', 'binary', 'unary', 'attribute', 'subscript', 'await', 'not'].includes(outer);
  const asked = `${text}.isEmpty()`;
  return {
    title: 'Ask isEmpty()',
    edits: [
      { from: compare.from, to: compare.to, text: empty ? asked : wraps ? `(not ${asked})` : `not ${asked}` },
    ],
  };
}

/** `df.cache(); if df.count() > 0`: the count fills the cache. */
function isCached(context: RuleContext, frame: number): boolean {
  return context.frames.uses(frame).some((use) => use.method === 'cache' || use.method === 'persist');
}
