import type { From, Select } from '#lib/plan/analyze/query.ts';

/** `SELECT * FROM …`, for relations in places where a query stands. */
export function wholeOf(from: readonly From[]): Select {
  return {
    kind: 'select',
    distinct: false,
    columns: [{ kind: 'star', qualifier: [] }],
    from,
    lateralViews: [],
    where: undefined,
    groupBy: undefined,
    having: undefined,
    qualify: undefined,
    windows: {},
    hints: [],
  };
}
