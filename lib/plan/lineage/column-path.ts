import type { Expression } from '../expression/expression.ts';
import { referencesOf, walk } from '../expression/traverse.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { childrenOf } from '../logical/traverse.ts';

/** Operations of a program, by what they are to a column. */
export interface ColumnPath {
  /** They read it, compute it, or hand it on under another name. */
  readonly carry: ReadonlySet<number>;
  /** They decide which rows its values are in: filters, joins, groups, limits, sorts. */
  readonly decide: ReadonlySet<number>;
}

/** Through what an output column (by its position) of an analyzed plan has come. */
export function columnPath(plan: LogicalPlan, column: number): ColumnPath {
  const attribute = outputOf(plan)[column];
  const tracer = new Tracer();
  if (attribute) tracer.want(plan, [attribute.id]);
  return tracer;
}

const DECIDES: ReadonlySet<LogicalPlan['kind']> = new Set([
  ...(['Filter', 'Join', 'Aggregate', 'Sort', 'GlobalLimit', 'Offset', 'Tail', 'Sample'] as const),
  ...(['Distinct', 'Deduplicate', 'Intersect', 'Except', 'Generate'] as const),
]);

class Tracer implements ColumnPath {
  readonly carry = new Set<number>();
  readonly decide = new Set<number>();
  /** A plan that is read twice is walked again only for columns that were not asked for before. */
  private readonly wanted = new Map<LogicalPlan, Set<number>>();

  want(plan: LogicalPlan, ids: Iterable<number>): void {
    const known = this.wanted.get(plan) ?? new Set();
    this.wanted.set(plan, known);
    const fresh = [...ids].filter((id) => !known.has(id));
    if (fresh.length === 0) return;
    for (const id of fresh) known.add(id);
    if (plan.at !== undefined && DECIDES.has(plan.kind)) this.decide.add(plan.at);
    this.through(plan, new Set(fresh));
  }

  private through(plan: LogicalPlan, ids: ReadonlySet<number>): void {
    switch (plan.kind) {
      case 'InMemoryRelation':
        this.byPosition(plan, [plan.plan], ids);
        break;
      case 'Union':
        this.byPosition(plan, plan.children, ids);
        break;
      case 'Intersect':
      case 'Except':
        this.byPosition(plan, [plan.left, plan.right], ids);
        break;
      case 'Project':
      case 'Aggregate':
        this.named(plan, plan.list, [], ids);
        break;
      case 'Window':
        this.named(plan, plan.list, idsOf(plan.child), ids);
        break;
      case 'Expand':
        for (const [i, { id }] of plan.output.entries()) {
          const made = plan.projections.flatMap((list) => list[i] ?? []);
          if (ids.has(id)) this.computed(plan, plan.child, made);
        }
        break;
      default:
        this.fromChildren(plan, ids);
    }
  }

  /** What a list names; what it does not name and the child has goes on. */
  private named(
    plan: LogicalPlan & { readonly child: LogicalPlan },
    list: readonly Expression[],
    passed: readonly number[],
    ids: ReadonlySet<number>,
  ): void {
    for (const each of list) {
      if (each.kind === 'alias' && ids.has(each.id)) this.computed(plan, plan.child, [each.child]);
      if (each.kind === 'attribute' && ids.has(each.id)) this.want(plan.child, [each.id]);
    }
    this.want(
      plan.child,
      passed.filter((id) => ids.has(id)),
    );
  }

  private computed(plan: LogicalPlan, child: LogicalPlan, expressions: readonly Expression[]): void {
    this.note(plan);
    this.want(child, referencesOf(expressions));
    for (const expression of expressions)
      walk(expression, (each) => {
        if ('plan' in each) this.want(each.plan, idsOf(each.plan));
      });
  }

  private byPosition(plan: LogicalPlan, inputs: readonly LogicalPlan[], ids: ReadonlySet<number>): void {
    this.note(plan);
    const positions = outputOf(plan).flatMap(({ id }, i) => (ids.has(id) ? [i] : []));
    for (const input of inputs) {
      const output = outputOf(input);
      this.want(
        input,
        positions.flatMap((i) => output[i]?.id ?? []),
      );
    }
  }

  /** What no input has is made here, of everything as far as anybody knows: by a source, a generator, or Python. */
  private fromChildren(plan: LogicalPlan, ids: ReadonlySet<number>): void {
    const children = childrenOf(plan);
    const given = new Set(children.flatMap(idsOf));
    const isMade = [...ids].some((id) => !given.has(id));
    if (isMade) this.note(plan);
    const made = plan.kind === 'Generate' ? referencesOf([plan.generator]) : given;
    for (const child of children) {
      const own = idsOf(child);
      this.want(
        child,
        own.filter((id) => ids.has(id) || (isMade && made.has(id))),
      );
    }
  }

  private note({ at }: LogicalPlan): void {
    if (at !== undefined) this.carry.add(at);
  }
}

function idsOf(plan: LogicalPlan): readonly number[] {
  return outputOf(plan).map(({ id }) => id);
}
