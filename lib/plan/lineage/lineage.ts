import type { Expression } from '../expression/expression.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { childrenOf } from '../logical/traverse.ts';
import { expressionFlow } from './expression-flow.ts';
import { type Flow, join, leafFlow, NOTHING, type Source, sourcesOf } from './flow.ts';

/** Where the columns of a DataFrame come from, taken from its analyzed plan. */
export interface Lineage {
  readonly columns: readonly ColumnLineage[];
  readonly indirect: IndirectSources;
  /** Operators whose functions nobody looks into: each column after them has every column before them. */
  readonly opaque: readonly string[];
}

export interface ColumnLineage {
  readonly column: string;
  /** Columns whose values flow in. */
  readonly direct: readonly Source[];
  /** Columns that only decide: conditions of CASE and IF, FILTER of an aggregate, the pivot column, IN and EXISTS. */
  readonly conditional: readonly Source[];
  /** PARTITION BY and ORDER BY of window functions. */
  readonly window: readonly Source[];
}

/** Columns that decide about rows anywhere below. */
export interface IndirectSources {
  readonly filter: readonly Source[];
  readonly join: readonly Source[];
  readonly groupBy: readonly Source[];
  readonly sort: readonly Source[];
}

export function lineageOf(plan: LogicalPlan): Lineage {
  const walker = new Walker();
  const flows = walker.flowsOf(plan, new Map());
  return {
    columns: outputOf(plan).map((attribute, i) => {
      const flow = flows[i] ?? NOTHING;
      return {
        column: attribute.name,
        direct: sourcesOf(flow.direct.keys()),
        conditional: sourcesOf(flow.conditional),
        window: sourcesOf(flow.window),
      };
    }),
    indirect: {
      filter: sourcesOf(walker.filter),
      join: sourcesOf(walker.join),
      groupBy: sourcesOf(walker.groupBy),
      sort: sourcesOf(walker.sort),
    },
    opaque: [...walker.opaque],
  };
}

/** The flow into each output column, in order, of one plan. */
export function flowsOf(plan: LogicalPlan): readonly Flow[] {
  return new Walker().flowsOf(plan, new Map());
}

type Flows = ReadonlyMap<number, Flow>;

class Walker {
  readonly filter = new Set<string>();
  readonly join = new Set<string>();
  readonly groupBy = new Set<string>();
  readonly sort = new Set<string>();
  readonly opaque = new Set<string>();

  flowsOf(plan: LogicalPlan, outer: Flows): readonly Flow[] {
    const flows = this.visit(plan, outer);
    return outputOf(plan).map((attribute) => flows.get(attribute.id) ?? NOTHING);
  }

  private flow(expression: Expression, flows: Flows): Flow {
    return expressionFlow(expression, flows, (plan) => this.flowsOf(plan, flows));
  }

  private note(to: Set<string>, expressions: readonly Expression[], flows: Flows): void {
    for (const expression of expressions) {
      const { direct, conditional } = this.flow(expression, flows);
      for (const source of direct.keys()) to.add(source);
      for (const source of conditional) to.add(source);
    }
  }

  private visit(plan: LogicalPlan, outer: Flows): Flows {
    switch (plan.kind) {
      case 'Relation':
        return leaf(plan, plan.source);
      case 'Range':
        return leaf(plan, '<range>');
      case 'LocalRelation':
      case 'RddRelation':
      case 'EmptyRelation':
        return leaf(plan, '<local>');
      case 'OneRowRelation':
        return new Map();
      case 'InMemoryRelation':
        return byPosition(plan, this.flowsOf(plan.plan, outer));
      case 'Union': {
        const inputs = plan.children.map((child) => this.flowsOf(child, outer));
        const merged = plan.output.map((_, i) => join(inputs.map((input) => input[i] ?? NOTHING)));
        return byPosition(plan, merged);
      }
      case 'Intersect':
      case 'Except': {
        const left = this.flowsOf(plan.left, outer);
        this.flowsOf(plan.right, outer);
        return byPosition(plan, left);
      }
      default:
        return this.visitOver(plan, outer);
    }
  }

  /** Nodes that read what their children give. */
  private visitOver(plan: LogicalPlan, outer: Flows): Flows {
    const flows = new Map(outer);
    for (const child of childrenOf(plan)) {
      for (const [id, flow] of this.visit(child, outer)) flows.set(id, flow);
    }
    switch (plan.kind) {
      case 'Project':
        return this.named(plan.list, flows);
      case 'Aggregate':
        this.note(this.groupBy, plan.grouping, flows);
        return this.named(plan.list, flows);
      case 'Window':
        return new Map([...flows, ...this.named(plan.list, flows)]);
      case 'Generate': {
        const flow = this.flow(plan.generator, flows);
        for (const attribute of plan.generatorOutput) flows.set(attribute.id, flow);
        return flows;
      }
      case 'Expand':
        return byPosition(
          plan,
          plan.output.map((_, i) =>
            join(
              plan.projections.map((list) => (list[i] === undefined ? NOTHING : this.flow(list[i], flows))),
            ),
          ),
        );
      case 'Filter':
        this.note(this.filter, [plan.condition], flows);
        return flows;
      case 'Join':
        if (plan.condition !== undefined) this.note(this.join, [plan.condition], flows);
        return flows;
      case 'Sort':
        this.note(this.sort, plan.order, flows);
        return flows;
      default:
        return this.throughPython(plan, flows);
    }
  }

  private named(list: readonly Expression[], flows: Flows): Map<number, Flow> {
    const found = new Map<number, Flow>();
    for (const named of list) {
      if (named.kind === 'alias') found.set(named.id, this.flow(named.child, flows));
      if (named.kind === 'attribute') found.set(named.id, flows.get(named.id) ?? NOTHING);
    }
    return found;
  }

  /** Columns that appear from nowhere may come from everything. */
  private throughPython(plan: LogicalPlan, flows: Map<number, Flow>): Flows {
    const unknown = outputOf(plan).filter((attribute) => !flows.has(attribute.id));
    if (unknown.length === 0) return flows;
    this.opaque.add(operatorName(plan));
    const inputs = childrenOf(plan).flatMap((child) => outputOf(child));
    const all = join(inputs.map((attribute) => flows.get(attribute.id) ?? NOTHING));
    for (const attribute of unknown) flows.set(attribute.id, all);
    return flows;
  }
}

function operatorName(plan: LogicalPlan): string {
  switch (plan.kind) {
    case 'PythonMap':
    case 'PythonGroupMap':
      return plan.operator;
    case 'PythonCogroupMap':
      return 'FlatMapCoGroupsInPandas';
    case 'Opaque':
      return plan.what;
    default:
      return plan.kind;
  }
}

function leaf(plan: LogicalPlan, source: string): Flows {
  return new Map(outputOf(plan).map((attribute) => [attribute.id, leafFlow([source, attribute.name])]));
}

function byPosition(plan: LogicalPlan, flows: readonly Flow[]): Flows {
  return new Map(outputOf(plan).map((attribute, i) => [attribute.id, flows[i] ?? NOTHING]));
}
