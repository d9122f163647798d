import type { Expression } from '../expression/expression.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import type { Field } from '../types/data-type.ts';
import type { Column } from './column.ts';
import { renewConflicting } from './renew-ids.ts';
import { resolveColumns } from './resolve-column.ts';
import { inputScope } from './scope.ts';
import { nameIt } from './select-list.ts';
import type { Session } from './session.ts';
import { attributes } from './sources.ts';

/** Pandas and Arrow functions over whole groups or partitions; their columns are those the program declares. */
export function mapGroups(
  child: LogicalPlan,
  keys: readonly Column[],
  operator: 'FlatMapGroupsInPandas' | 'FlatMapGroupsInArrow',
  fields: readonly Field[],
  session: Session,
  at: number,
): LogicalPlan {
  const { plan, grouping } = keyed(child, keys, session, at);
  return { kind: 'PythonGroupMap', operator, grouping, output: attributes(fields, session), child: plan, at };
}

export function mapCogroups(
  left: LogicalPlan,
  leftKeys: readonly Column[],
  right: LogicalPlan,
  rightKeys: readonly Column[],
  fields: readonly Field[],
  session: Session,
  at: number,
): LogicalPlan {
  const first = keyed(left, leftKeys, session, at);
  const other = renewConflicting(first.plan, right, session);
  const second = keyed(other.plan, renewedKeys(rightKeys, other.renewed), session, at);
  return {
    kind: 'PythonCogroupMap',
    leftGrouping: first.grouping,
    rightGrouping: second.grouping,
    output: attributes(fields, session),
    left: first.plan,
    right: second.plan,
    at,
  };
}

export function mapPartitions(
  child: LogicalPlan,
  operator: 'MapInPandas' | 'MapInArrow',
  fields: readonly Field[],
  session: Session,
  at: number,
): LogicalPlan {
  return { kind: 'PythonMap', operator, output: attributes(fields, session), child, at };
}

function renewedKeys(keys: readonly Column[], renewed: ReadonlyMap<number, number>): readonly Column[] {
  return keys.map((key) => {
    if (key.kind !== 'reference') return key;
    const id = renewed.get(key.attribute.id);
    return id === undefined ? key : { ...key, attribute: { ...key.attribute, id } };
  });
}

interface Keyed {
  readonly plan: LogicalPlan;
  readonly grouping: readonly Expression[];
}

/** Keys that are no columns are computed in a Project below (RelationalGroupedDataset.flatMapGroupsInPandas). */
function keyed(child: LogicalPlan, keys: readonly Column[], session: Session, at: number): Keyed {
  const scope = inputScope(session, at, [outputOf(child)]);
  const named = resolveColumns(keys, scope).map((key) => nameIt(key, session));
  const computed = named.filter((key) => key.kind === 'alias');
  const plan: LogicalPlan =
    computed.length === 0 ? child : { kind: 'Project', list: [...computed, ...outputOf(child)], child, at };
  const output = outputOf(plan);
  return { plan, grouping: named.map((key) => output.find((attribute) => attribute.id === key.id) ?? key) };
}
