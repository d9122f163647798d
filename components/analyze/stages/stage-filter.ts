import type { StageListRow } from '#lib/tables/queries/stage-list.ts';

export interface StageFilter {
  /** A status, "insights" for those that an insight names, or "all". */
  readonly kind: string;
  readonly text: string;
}

export const NO_FILTER: StageFilter = { kind: 'all', text: '' };

/** The stages that pass; the text may be an id or a part of the name or description. */
export function filterStages(
  stages: readonly StageListRow[],
  { kind, text }: StageFilter,
  marked: ReadonlySet<string>,
): readonly StageListRow[] {
  const wanted = text.trim().toLowerCase();
  return stages.filter(({ stage, status, name, description }) => {
    if (kind === 'insights' ? !marked.has(stage) : kind !== 'all' && status !== kind) return false;
    if (wanted === '') return true;
    return stage.startsWith(wanted) || `${name ?? ''} ${description ?? ''}`.toLowerCase().includes(wanted);
  });
}

/** What can be filtered by, with how many stages each has. */
export function filterKinds(
  stages: readonly StageListRow[],
  marked: ReadonlySet<string>,
): readonly { readonly kind: string; readonly label: string; readonly count: number }[] {
  const statuses = [...new Set(stages.map(({ status }) => status))].sort();
  const withInsight = stages.filter(({ stage }) => marked.has(stage)).length;
  return [
    { kind: 'all', label: 'all', count: stages.length },
    ...(withInsight > 0 ? [{ kind: 'insights', label: 'with insights', count: withInsight }] : []),
    ...statuses.map((status) => ({
      kind: status,
      label: status.toLowerCase(),
      count: stages.filter((stage) => stage.status === status).length,
    })),
  ];
}
