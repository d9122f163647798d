import type { Expr } from '../syntax/ast.ts';
import { isPython } from '../syntax/is-python.ts';
import { parseModule } from '../syntax/parse-module.ts';
import type { PythonLanguage } from '../syntax/parser.ts';
import { walkSyntax } from '../syntax/walk.ts';
import { Refused } from './refused.ts';

/** A name in an expression that stands for something outside it. */
export interface FreeName {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The names that one Python expression uses; refuses text that is anything else, or more than one expression. */
export function freeNames(language: PythonLanguage, text: string): readonly FreeName[] {
  const { body } = parseModule(language, `[${text}]`);
  const [statement] = body;
  const list = statement?.kind === 'expression' ? statement.value : undefined;
  const [item] = list?.kind === 'list' ? list.items : [];
  const isOne =
    isPython(language, `[${text}]`) &&
    body.length === 1 &&
    list?.kind === 'list' &&
    list.items.length === 1 &&
    item !== undefined &&
    item.kind !== 'starred' &&
    // A comma behind it would be read as a list of one.
    !text.slice(item.to - 1).includes(',') &&
    list.to === text.length + 2;
  if (!isOne) throw new Refused(`\`${text}\` is not one Python expression.`);
  return namesIn(item);
}

/** Names in a piece of syntax that it does not bind itself, as a lambda does. */
export function namesIn(expr: Expr): readonly FreeName[] {
  const nodes = [expr, ...walkSyntax(expr)];
  const own = new Set(
    nodes.flatMap((node) => {
      if (node.kind === 'lambda') return node.params.map(({ name }) => name);
      if (node.kind !== 'comprehension') return [];
      const targets = node.clauses.flatMap((clause) => (clause.kind === 'for' ? [clause.target] : []));
      return targets.flatMap((target) => namesBoundBy(target));
    }),
  );
  return nodes.flatMap((node) =>
    node.kind === 'name' && !own.has(node.name)
      ? [{ name: node.name, from: node.from - 1, to: node.to - 1 }]
      : [],
  );
}

/** Names that an assignment to a target gives a value. */
export function namesBoundBy(target: Expr): readonly string[] {
  switch (target.kind) {
    case 'name':
      return [target.name];
    case 'tuple':
    case 'list':
      return target.items.flatMap(namesBoundBy);
    case 'starred':
      return namesBoundBy(target.value);
    default:
      return [];
  }
}
