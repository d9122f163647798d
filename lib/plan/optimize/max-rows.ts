import type { LogicalPlan } from '../logical/logical-plan.ts';

/** The most rows that a plan can give, where that is known without running it (LogicalPlan.maxRows). */
export function maxRows(plan: LogicalPlan): number | undefined {
  switch (plan.kind) {
    case 'OneRowRelation':
      return 1;
    case 'EmptyRelation':
      return 0;
    case 'LocalRelation':
      return plan.rows;
    case 'Range':
      return Math.max(0, Math.ceil((plan.end - plan.start) / plan.step));
    case 'GlobalLimit':
      return least(plan.limit, maxRows(plan.child));
    case 'Tail':
      return least(plan.limit, maxRows(plan.child));
    case 'Offset': {
      const rows = maxRows(plan.child);
      return rows === undefined ? undefined : Math.max(0, rows - (plan.offset ?? 0));
    }
    case 'Aggregate':
      return plan.grouping.length === 0 ? 1 : maxRows(plan.child);
    case 'Union': {
      const rows = plan.children.map(maxRows);
      return rows.every((each) => each !== undefined)
        ? rows.reduce<number>((sum, each) => sum + (each ?? 0), 0)
        : undefined;
    }
    case 'Join':
      return maxRowsOfJoin(plan);
    case 'Project':
    case 'Filter':
    case 'Sort':
    case 'LocalLimit':
    case 'Distinct':
    case 'Deduplicate':
    case 'Window':
    case 'Repartition':
    case 'RepartitionByExpression':
    case 'SubqueryAlias':
    case 'JoinHint':
      return maxRows(plan.child);
    case 'Sample':
      return plan.withReplacement ? undefined : maxRows(plan.child);
    default:
      return undefined;
  }
}

function maxRowsOfJoin(join: Extract<LogicalPlan, { kind: 'Join' }>): number | undefined {
  const left = maxRows(join.left);
  const right = maxRows(join.right);
  switch (join.joinType) {
    case 'LeftSemi':
    case 'LeftAnti':
    case 'ExistenceJoin':
      return left;
    case 'Inner':
    case 'Cross':
    case 'LeftOuter':
    case 'RightOuter':
    case 'FullOuter': {
      if (left === undefined || right === undefined) return undefined;
      if (join.joinType === 'LeftOuter') return left * Math.max(right, 1);
      if (join.joinType === 'RightOuter') return right * Math.max(left, 1);
      return join.joinType === 'FullOuter' ? left * right + left + right : left * right;
    }
  }
}

export function maxRowsPerPartition(plan: LogicalPlan): number | undefined {
  switch (plan.kind) {
    case 'LocalLimit':
      return plan.limit;
    case 'Project':
    case 'Filter':
    case 'Sort':
      return maxRowsPerPartition(plan.child);
    default:
      return maxRows(plan);
  }
}

function least(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.min(a, b);
}
