import { canonicalKey } from '../expression/canonical.ts';
import type { Expression } from '../expression/expression.ts';
import { transformUp } from '../expression/traverse.ts';
import type { Partitioning } from './partitioning.ts';
import type { PhysicalPlan } from './physical-plan.ts';
import { childrenOf } from './traverse.ts';

const KEYS = new WeakMap<PhysicalPlan, string>();

/**
 * Equal for plans that give the same rows in the same columns, whatever the ids are: columns are said by their position
 * in what the children give. Source: QueryPlan.canonicalized.
 */
export function canonicalPlan(plan: PhysicalPlan): string {
  const known = KEYS.get(plan);
  if (known !== undefined) return known;
  const key = write(plan);
  KEYS.set(plan, key);
  return key;
}

function write(plan: PhysicalPlan): string {
  if (plan.kind === 'ReusedExchange') return canonicalPlan(plan.exchange);
  if (plan.kind === 'QueryStage') return canonicalPlan(plan.plan);
  const children = childrenOf(plan);
  const positions = new Map<number, string>();
  for (const [c, child] of children.entries()) {
    for (const [i, attribute] of child.output.entries()) positions.set(attribute.id, `${c}.${i}`);
  }
  const text = (expression: Expression): string =>
    canonicalKey(byPosition(expression, positions, plan.kind === 'Aggregate'));
  const list = (expressions: readonly Expression[]) => expressions.map(text).join(',');
  const below = children.map(canonicalPlan).join(';');
  const own = ownText(plan, text, list);
  const subqueries = (plan.subqueries ?? []).map((each) => canonicalPlan(each.plan)).join(',');
  return `${plan.kind}[${own}]${subqueries}(${below})`;
}

function ownText(
  plan: Exclude<PhysicalPlan, { kind: 'ReusedExchange' | 'QueryStage' }>,
  text: (expression: Expression) => string,
  list: (expressions: readonly Expression[]) => string,
): string {
  switch (plan.kind) {
    case 'FileScan':
      return `${plan.relation.format} ${plan.relation.source} ${plan.output.map((attribute) => attribute.name).join()}`;
    case 'LeafScan':
      // Rows that nobody can compare are the same only when they are the same node.
      return plan.operator === 'Range' && plan.logical?.kind === 'Range'
        ? `Range ${plan.logical.start} ${plan.logical.end} ${plan.logical.step} ${plan.partitions}`
        : `${plan.operator} ${plan.logical ? identity(plan.logical) : identity(plan)}`;
    case 'InMemoryTableScan':
      return `${plan.relation.cacheId} ${plan.output.map((attribute) => attribute.name).join()}`;
    case 'Project':
      return list(plan.list);
    case 'Filter':
      return text(plan.condition);
    case 'Aggregate':
      return `${plan.phase} ${list(plan.grouping)} ${list(plan.list.filter((named) => named.kind === 'alias'))} ${plan.output
        .map((attribute) => attribute.name)
        .join()}`;
    case 'Window':
      return `${list(plan.list)} ${list(plan.partitionBy)} ${list(plan.orderBy)}`;
    case 'WindowGroupLimit':
      return `${plan.phase} ${plan.limit} ${list(plan.partitionBy)} ${list(plan.orderBy)}`;
    case 'Sort':
      return `${plan.global} ${list(plan.order)}`;
    case 'Limit':
      return `${plan.operator} ${plan.limit} ${plan.offset}`;
    case 'TakeOrderedAndProject':
      return `${plan.limit} ${plan.offset} ${list(plan.order)} ${list(plan.list)}`;
    case 'Coalesce':
      return String(plan.partitions);
    case 'Rows':
      return `${plan.operator} ${plan.logical ? rowsText(plan.logical, list) : ''} ${list(plan.groupBy ?? [])}`;
    case 'Join':
      return `${plan.operator} ${plan.joinType} ${plan.buildSide} ${list(plan.leftKeys)} ${list(plan.rightKeys)} ${
        plan.condition ? text(plan.condition) : ''
      }`;
    case 'Cross':
      return `${plan.operator} ${plan.joinType} ${plan.buildSide} ${plan.condition ? text(plan.condition) : ''}`;
    case 'Cogroup':
      return `${list(plan.leftKeys)} ${list(plan.rightKeys)} ${identity(plan)}`;
    case 'Union':
      return '';
    case 'Write':
      return identity(plan);
    case 'ShuffleExchange':
      return partitioningKey(plan.partitioning, list);
    case 'BroadcastExchange':
      return list(plan.keys);
  }
}

function rowsText(
  logical: NonNullable<PhysicalPlan['logical']>,
  list: (expressions: readonly Expression[]) => string,
): string {
  switch (logical.kind) {
    case 'Generate':
      return `${list([logical.generator])} ${logical.outer}`;
    case 'Expand':
      return logical.projections.map(list).join('|');
    case 'Sample':
      return `${logical.fraction} ${identity(logical)}`;
    default:
      return logical.kind === 'Project' || logical.kind === 'Filter' ? '' : identity(logical);
  }
}

function partitioningKey(
  partitioning: Partitioning,
  list: (expressions: readonly Expression[]) => string,
): string {
  switch (partitioning.kind) {
    case 'hash':
      return `hash ${list(partitioning.keys)} ${partitioning.partitions}`;
    case 'range':
      return `range ${list(partitioning.order)} ${partitioning.partitions}`;
    default:
      return `${partitioning.kind} ${'partitions' in partitioning ? partitioning.partitions : ''}`;
  }
}

/** Functions in the later phases of an aggregate still name the columns of the first phase: those have no ids there. */
function byPosition(
  expression: Expression,
  positions: ReadonlyMap<number, string>,
  namesOthers: boolean,
): Expression {
  return transformUp(expression, (part) => {
    if (part.kind !== 'attribute') return part;
    const position = positions.get(part.id);
    if (position === undefined && namesOthers) return { ...part, id: 0 };
    return position === undefined
      ? part
      : { kind: 'literal', value: `column ${position}`, type: { kind: 'void' } };
  });
}

const IDENTITIES = new WeakMap<object, number>();
let lastIdentity = 0;

function identity(object: object): string {
  let id = IDENTITIES.get(object);
  if (id === undefined) {
    id = ++lastIdentity;
    IDENTITIES.set(object, id);
  }
  return `@${id}`;
}
