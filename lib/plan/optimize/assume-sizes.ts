import type { Expression } from '../expression/expression.ts';
import { transformUp, walk } from '../expression/traverse.ts';
import type { LogicalPlan, Relation } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { expressionsOf, mapChildren, mapExpressions, walkPlan } from '../logical/traverse.ts';

/** A table that refers to no other one, in bytes; and how many times as large one is that refers to it. */
const SMALLEST = 2 * 1024;
const FACTOR = 8;
/** Below Spark's default threshold of a broadcast, so that the guess alone never makes a join a sorted one. */
const LARGEST = 4 * 2 ** 20;

/**
 * Guesses how large the sources of unknown size are to each other, from how the query joins them: a column that is
 * equal to another source's first one, its key by custom, refers to it, and what refers has more rows than what is
 * referred to. Sources that stand in no such relation keep the one size that all have (`ASSUMED_FILE_BYTES`).
 */
export function assumeSizes(plan: LogicalPlan): LogicalPlan {
  const seen = new Seen();
  seen.plan(plan);
  if (!seen.hasUnsized || seen.pairs.length === 0) return plan;
  const sizes = sizesOf(seen.references());
  return sizes.size === 0 ? plan : withSizes(plan, sizes);
}

function withSizes(plan: LogicalPlan, sizes: ReadonlyMap<string, number>): LogicalPlan {
  const change = (each: LogicalPlan): LogicalPlan => withSizes(each, sizes);
  if (plan.kind === 'Relation') {
    const assumedBytes = plan.bytes === undefined ? sizes.get(plan.source) : undefined;
    return assumedBytes === undefined ? plan : { ...plan, assumedBytes };
  }
  return mapExpressions(mapChildren(plan, change), (expression) =>
    transformUp(expression, (part) => {
      if (!hasPlan(part)) return part;
      const inner = change(part.plan);
      return inner === part.plan ? part : { ...part, plan: inner };
    }),
  );
}

/** Bytes of each source that refers or is referred to: the longer the chain below it, the larger. */
function sizesOf(references: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, number> {
  const heights = new Map<string, number>();
  const height = (source: string): number => {
    const known = heights.get(source);
    if (known !== undefined) return known;
    // Tables that refer to each other in a circle end here.
    heights.set(source, 0);
    const below = [...(references.get(source) ?? [])].map((target) => height(target) + 1);
    heights.set(source, Math.max(0, ...below));
    return heights.get(source)!;
  };
  for (const [source, targets] of references) for (const each of [source, ...targets]) height(each);
  return new Map(
    [...heights].map(([source, steps]) => [source, Math.min(LARGEST, SMALLEST * FACTOR ** steps)]),
  );
}

/** A column of a source, and whether it is the source's first. */
interface Origin {
  readonly relation: Relation;
  readonly first: boolean;
}

class Seen {
  hasUnsized = false;
  readonly pairs: (readonly [Expression, Expression])[] = [];
  readonly #origins = new Map<number, Origin>();
  readonly #aliases = new Map<number, Expression>();

  plan(plan: LogicalPlan): void {
    walkPlan(plan, (node) => {
      if (node.kind === 'Relation') this.#relation(node);
      for (const expression of expressionsOf(node)) walk(expression, (part) => this.#expression(part));
    });
  }

  references(): ReadonlyMap<string, ReadonlySet<string>> {
    const found = new Map<string, Set<string>>();
    for (const [a, b] of this.pairs) {
      const [left, right] = [this.#origin(a), this.#origin(b)];
      if (!left || !right || left.relation.source === right.relation.source || left.first === right.first)
        continue;
      const [from, to] = left.first ? [right, left] : [left, right];
      const targets = found.get(from.relation.source) ?? new Set();
      found.set(from.relation.source, targets.add(to.relation.source));
    }
    return found;
  }

  #relation(relation: Relation): void {
    if (relation.bytes === undefined) this.hasUnsized = true;
    relation.output.forEach((attribute, index) => {
      this.#origins.set(attribute.id, { relation, first: index === 0 && relation.open === undefined });
    });
  }

  #expression(part: Expression): void {
    if (part.kind === 'alias') this.#aliases.set(part.id, part.child);
    if (part.kind === 'call' && (part.fn === '=' || part.fn === '<=>')) {
      this.pairs.push([part.args[0]!, part.args[1]!]);
    }
    if (part.kind === 'in-subquery') {
      const output = outputOf(part.plan);
      part.values.forEach((value, index) => {
        if (output[index]) this.pairs.push([value, output[index]]);
      });
    }
    if (hasPlan(part)) this.plan(part.plan);
  }

  #origin(expression: Expression): Origin | undefined {
    if (expression.kind === 'cast') return this.#origin(expression.child);
    if (expression.kind === 'outer') return this.#origin(expression.attribute);
    if (expression.kind !== 'attribute') return undefined;
    const origin = this.#origins.get(expression.id);
    const named = this.#aliases.get(expression.id);
    return origin ?? (named && this.#origin(named));
  }
}

type Subquery = Extract<Expression, { kind: 'in-subquery' | 'exists' | 'scalar-subquery' }>;

function hasPlan(expression: Expression): expression is Subquery {
  return 'plan' in expression;
}
