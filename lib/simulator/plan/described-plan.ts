import { UserError } from '#lib/base/assert.ts';
import type { Attribute } from '#lib/plan/expression/expression.ts';
import { conjunction, equal } from '#lib/plan/expression/make.ts';
import type { JoinType, LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { outputOf } from '#lib/plan/logical/output.ts';
import { rememberStatistics, type Statistics } from '#lib/plan/optimize/size-in-bytes.ts';
import type { DataType } from '#lib/plan/types/data-type.ts';

/** A node of an optimized plan as somebody describes it: its name, its columns, and what the name does not tell. */
export interface DescribedNode {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: DataType }[];
  readonly children: readonly DescribedNode[];
  /** Leaves only. */
  readonly statistics?: Statistics;
  /** GlobalLimit, LocalLimit, Tail, Offset: how many rows. */
  readonly rows?: number;
  /** Sample */
  readonly fraction?: number;
  /** Expand: how many rows one becomes. */
  readonly projections?: number;
}

interface Built {
  readonly plan: LogicalPlan;
  /** In the order of the description: the node before its inputs. */
  readonly nodes: readonly LogicalPlan[];
}

/**
 * A plan from its description. Columns are told apart by name: a node's column is its input's of the same name, and where a
 * join is not described further, the columns that both sides share are its keys, as in `left.join(right, 'k')`.
 */
export function buildDescribedPlan(root: DescribedNode): readonly LogicalPlan[] {
  let lastId = 0;
  const build = (node: DescribedNode): Built => {
    const inputs = node.children.map(build);
    const plans = inputs.map(({ plan }) => plan);
    const below = plans.flatMap(outputOf);
    const unused = [...below];
    const output = node.columns.map(({ name, type }): Attribute => {
      const at = unused.findIndex((attribute) => attribute.name === name);
      if (at >= 0) return unused.splice(at, 1)[0]!;
      return { kind: 'attribute', id: ++lastId, name, type, nullable: true, qualifier: [] };
    });
    const plan = planOf(node, output, plans);
    return { plan, nodes: [plan, ...inputs.flatMap(({ nodes }) => nodes)] };
  };
  return build(root).nodes;
}

const at = undefined;

function planOf(
  node: DescribedNode,
  output: readonly Attribute[],
  inputs: readonly LogicalPlan[],
): LogicalPlan {
  const [child, right] = inputs;
  if (child === undefined) return leaf(node, output);
  switch (node.name) {
    case 'Project':
    case 'Filter':
    case 'Window':
    case 'Distinct':
      return { kind: 'Project', at, list: output, child };
    case 'Sort':
    case 'Repartition':
    case 'RepartitionByExpression':
    case 'RebalancePartitions':
    case 'SubqueryAlias':
      return { kind: 'Sort', at, order: [], global: false, child };
    case 'Aggregate':
      return { kind: 'Aggregate', at, grouping: shared(output, outputOf(child)), list: output, child };
    case 'GlobalLimit':
    case 'Tail':
      return { kind: node.name, at, limit: told(node, 'rows'), child };
    case 'LocalLimit':
      // How many rows makes no difference, unless it is none, and then the optimizer has removed it.
      return { kind: 'LocalLimit', at, limit: node.rows, child };
    case 'Offset':
      return { kind: 'Offset', at, offset: told(node, 'rows'), child };
    case 'Sample':
      return { kind: 'Sample', at, fraction: told(node, 'fraction'), withReplacement: false, child };
    case 'Expand': {
      const projections = Array.from({ length: node.projections ?? groupingSets(output) }, () => output);
      return { kind: 'Expand', at, projections, output, child };
    }
    case 'Union':
      return { kind: 'Union', at, children: inputs, output };
    case 'Intersect':
    case 'Except':
      if (right) return { kind: node.name, at, all: false, left: child, right, output };
      break;
    case 'Join':
      if (right) return join(child, right, output);
      break;
  }
  return { kind: 'Opaque', at, what: node.name, output, children: inputs };
}

function leaf(node: DescribedNode, output: readonly Attribute[]): LogicalPlan {
  if (node.statistics === undefined) throw new UserError(`The size of the leaf ${node.name} is not given`);
  const plan: LogicalPlan = { kind: 'Opaque', at, what: node.name, output, children: [] };
  rememberStatistics(plan, node.statistics);
  return plan;
}

function told(node: DescribedNode, what: 'rows' | 'fraction'): number {
  const value = node[what];
  if (value !== undefined) return value;
  const field = what === 'fraction' ? what : node.name === 'Offset' ? 'offset' : 'limit';
  throw new UserError(`The size of ${node.name} depends on "${field}", which its node does not tell`);
}

/** A rollup of n columns makes n + 1 grouping sets; other expansions must be told. */
function groupingSets(output: readonly Attribute[]): number {
  const group = output.findIndex(({ name }) => name.startsWith('spark_grouping_id'));
  if (group >= 0) return group + 1;
  throw new UserError('The size of Expand depends on "projections", which its node does not tell');
}

function join(left: LogicalPlan, right: LogicalPlan, output: readonly Attribute[]): LogicalPlan {
  const leftOutput = outputOf(left);
  const keys = leftOutput.flatMap((key) => {
    const other = outputOf(right).find(({ name }) => name === key.name);
    return other === undefined ? [] : [equal(key, other)];
  });
  const joinType: JoinType =
    output.length === leftOutput.length && outputOf(right).length > 0 ? 'LeftSemi' : 'Inner';
  return { kind: 'Join', at, left, right, joinType, condition: conjunction(keys) };
}

function shared(columns: readonly Attribute[], others: readonly Attribute[]): readonly Attribute[] {
  const ids = new Set(others.map(({ id }) => id));
  return columns.filter(({ id }) => ids.has(id));
}
