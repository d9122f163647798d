import type { CallExpr, Expr } from '#lib/pyspark/syntax/ast.ts';
import { fullName, importsOf } from '#lib/pyspark/syntax/imports.ts';
import type { RuleContext } from '../context.ts';
import { nodesBehind } from '../facts/origins.ts';
import type { Rule } from '../rule.ts';

/** What somebody outside of the program decides. */
const OUTSIDE =
  /^(input|sys\.argv|os\.environ(\..*)?|os\.getenv|dbutils\.widgets\.\w+|(argparse\.)?\w+\.parse_args|flask\.request(\..*)?)$/;
/** After these words comes a name, not a value: parameters of SQL cannot stand for one. */
const BEFORE_NAME =
  /\b(from|join|table|into|view|use|database|schema|describe|overwrite|exists|by|select|columns?)\s+[\w.`]*$/i;
const MAKES_NUMBER = new Set(['int', 'float', 'len', 'bool']);

export const sqlFromInput: Rule = {
  id: 'SRC-10',
  name: 'sql-from-input',
  title: 'SQL text with a value from outside in it',
  severity: 'medium',
  evidence: 'C',
  why: 'Whoever sets the value can end the text around it and add SQL of their own; a quote in it breaks the query.',
  notWhen: 'Only trusted people start the program.',
  options: [
    {
      action: 'Named parameters: spark.sql("… WHERE d = :day", args={"day": day}), from Spark 3.4 on.',
      trade_off: 'They stand for values only, not for names of tables or columns.',
      avoid_when: 'A name has to come from outside; then check it against a list.',
    },
  ],
  *check(context) {
    for (const call of context.on('session', 'sql')) {
      const query = context.syntaxOf(call)?.call.args[0]?.value;
      if (!query) continue;
      const found = holesOf(query).find(
        ([before, hole]) => isValue(before) && comesFromOutside(context, call.name.file, hole),
      );
      if (!found) continue;
      yield {
        where: call.name,
        message: `${context.text({ file: call.name.file, ...found[1] })} stands in the text of the query and comes from outside of the program`,
        confidence: 'high',
        whyConfidence: 'where the value comes from is in the text of the program',
      };
    }
  },
};

type Hole = readonly [before: string, hole: Expr];

/** Values that are put into a text, with the text before each: f-strings, `+`, and format(). */
function holesOf(query: Expr): readonly Hole[] {
  if (query.kind === 'f-string') {
    let before = '';
    return query.parts.flatMap((part): readonly Hole[] => {
      if (typeof part === 'string') before += part;
      else return [[before, part.value]];
      return [];
    });
  }
  if (query.kind === 'call') return holesOfFormat(query);
  if (query.kind !== 'binary' || query.operator !== '+') return [];
  const before = query.left.kind === 'text' ? query.left.value : endOf(query.left);
  return [...holesOf(query.left), ...(query.right.kind === 'text' ? [] : [[before, query.right] as const])];
}

/** `"… {} … {day}".format(a, day=b)`. */
function holesOfFormat({ callee, args }: CallExpr): readonly Hole[] {
  if (callee.kind !== 'attribute' || callee.name !== 'format' || callee.object.kind !== 'text') return [];
  const text = callee.object.value;
  let next = 0;
  return [...text.matchAll(/\{(\w*)[^{}]*\}/g)].flatMap((match): readonly Hole[] => {
    const name = match[1]!;
    const index = name === '' ? next++ : Number(name);
    const given = Number.isNaN(index)
      ? args.find((each) => each.kind === 'keyword' && each.name === name)
      : args[index];
    return given ? [[text.slice(0, match.index), given.value]] : [];
  });
}

function endOf(expr: Expr): string {
  return expr.kind === 'binary' && expr.right.kind === 'text' ? expr.right.value : '';
}

function isValue(before: string): boolean {
  return before !== '' && !BEFORE_NAME.test(before);
}

function comesFromOutside(context: RuleContext, file: string, hole: Expr): boolean {
  const imports = importsOf(context.module(file));
  if (hole.kind === 'call' && hole.callee.kind === 'name' && MAKES_NUMBER.has(hole.callee.name)) return false;
  for (const node of nodesBehind(context, file, hole)) {
    if (node.kind === 'call' && node.callee.kind === 'name' && MAKES_NUMBER.has(node.callee.name))
      return false;
    const of = node.kind === 'call' ? node.callee : node;
    if (of.kind !== 'attribute' && of.kind !== 'name') continue;
    if (of.kind === 'name' && node.kind !== 'call') continue;
    const name = fullName(of, imports);
    if (name !== undefined && OUTSIDE.test(name)) return true;
  }
  return false;
}
