import { isDeterministic } from '../expression/traverse.ts';
import { transformPlanDown } from '../logical/traverse.ts';
import { nodeRule } from './rule.ts';

/** Columns are computed before a limit or after it, all the same. Source: PushProjectionThroughLimitAndOffset. */
export const pushProjectionThroughLimit = nodeRule(
  'PushProjectionThroughLimit',
  transformPlanDown,
  (plan) => {
    if (plan.kind !== 'Project' || !plan.list.every(isDeterministic)) return plan;
    const limit = plan.child;
    switch (limit.kind) {
      case 'LocalLimit':
      case 'Offset':
        return { ...limit, child: { ...plan, child: limit.child } };
      case 'GlobalLimit': {
        const local = limit.child;
        if (local.kind !== 'LocalLimit') return plan;
        return { ...limit, child: { ...local, child: { ...plan, child: local.child } } };
      }
      default:
        return plan;
    }
  },
);
