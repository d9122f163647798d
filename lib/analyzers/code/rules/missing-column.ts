import type { Attribute, Expression } from '#lib/plan/expression/expression.ts';
import { operandsOf } from '#lib/plan/expression/traverse.ts';
import { functionSpec } from '#lib/plan/functions/function-catalog.ts';
import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { outputOf } from '#lib/plan/logical/output.ts';
import { childrenOf, expressionsOf } from '#lib/plan/logical/traverse.ts';
import { textOf } from '#lib/pyspark/api/read-value.ts';
import type { RuleContext } from '../context.ts';
import { nodesOf } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

/** So many names of columns are still read. */
const MAX_NAMES = 8;
/** Operators that are words. */
const KEYWORDS = new Set(['and', 'or', 'not', 'in', 'case', 'div', 'negative']);

export const missingColumn: Rule = {
  id: 'COL-13',
  name: 'missing-column',
  title: 'a column that the DataFrame does not have',
  severity: 'high',
  evidence: 'C',
  why: 'Spark stops with an AnalysisException when it comes to this line.',
  notWhen: 'The schema that the program or the catalog tells is not the one of the data.',
  options: [
    {
      action: 'Use one of the columns that are there, or make the column before.',
      trade_off: 'None: as it is, the program does not run.',
      avoid_when: 'The schema given here is out of date; then put that right.',
    },
  ],
  *check(context) {
    const columns = new KnownColumns(tablesInsertedInto(context));
    // Actions share what they are built on.
    const seen = new Set<LogicalPlan>();
    for (const { analyzed } of context.actions) {
      for (const node of nodesOf(analyzed, true)) {
        const where = context.place(node.at);
        if (seen.has(node) || !where || !columns.areKnown(node)) continue;
        seen.add(node);
        const missing = missingIn(node);
        if (!missing) continue;
        const names = [
          ...new Set(
            childrenOf(node)
              .flatMap(outputOf)
              .map(({ name }) => name),
          ),
        ];
        const shown = names.slice(0, MAX_NAMES).join(', ');
        yield {
          where,
          message: `there is no column ${missing} here; there are ${shown}${names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : ''}`,
          confidence: 'high',
          whyConfidence: 'all columns are known from the schemas of the sources and the steps since',
        };
      }
    }
  },
};

/** The name of a column that no input of the node gives; one that it gives under another qualifier is another matter. */
function missingIn(node: LogicalPlan): string | undefined {
  const unknown = expressionsOf(node).flatMap(columnsIn);
  const given = unknown.length === 0 ? [] : childrenOf(node).flatMap(outputOf);
  if (given.length === 0) return undefined;
  const ids = new Set(given.map(({ id }) => id));
  const names = new Set(given.map(({ name }) => name.toLowerCase()));
  return unknown.find(({ id, name }) => !ids.has(id) && !names.has(name.toLowerCase()))?.name;
}

/** Columns of no known type that are certainly meant as such: a text given to an unknown function may be just a text. */
function columnsIn(expression: Expression): readonly Attribute[] {
  if (expression.kind === 'call' && !isKnownFunction(expression.fn)) return [];
  if (expression.kind === 'attribute') return expression.type.kind === 'unknown' ? [expression] : [];
  return expression.kind === 'lambda' ? [] : operandsOf(expression).flatMap(columnsIn);
}

function isKnownFunction(fn: string): boolean {
  return KEYWORDS.has(fn) || !/^\w+$/.test(fn) || functionSpec(fn) !== undefined;
}

/** Rows go in by position, and the table keeps its own names. */
function tablesInsertedInto(context: RuleContext): ReadonlySet<string | undefined> {
  return new Set(context.on('writer', 'insertInto').map((call) => textOf(call.bound?.get('tableName'))));
}

/** Where the columns of all sources and steps below are known by name. */
class KnownColumns {
  readonly #inserted: ReadonlySet<string | undefined>;
  readonly #known = new Map<LogicalPlan, boolean>();

  constructor(inserted: ReadonlySet<string | undefined>) {
    this.#inserted = inserted;
  }

  areKnown(node: LogicalPlan): boolean {
    const before = this.#known.get(node);
    if (before !== undefined) return before;
    const below = node.kind === 'InMemoryRelation' ? [node.plan] : childrenOf(node);
    const known = this.#isKnown(node) && below.every((each) => this.areKnown(each));
    this.#known.set(node, known);
    return known;
  }

  #isKnown(node: LogicalPlan): boolean {
    if (node.kind === 'Opaque') return false;
    if (node.kind === 'Relation') return node.open !== true && !this.#inserted.has(node.source);
    const output = outputOf(node);
    if (childrenOf(node).length === 0 && node.kind !== 'OneRowRelation' && output.length === 0) return false;
    // What a pivot makes of the data, and a Python function whose result nobody told.
    return (
      !output.some(({ name }) => /<.*>/.test(name)) &&
      !(node.kind.startsWith('Python') && output.length === 1)
    );
  }
}
