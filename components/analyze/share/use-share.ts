import { share } from '#components/share/share-request.ts';
import type { Insight } from '#lib/model/insight.ts';
import { analysisSummary } from '#lib/share/kinds/analysis.ts';
import { sharedInsight } from '#lib/share/kinds/insight.ts';
import { type IdentifyingValueRow, identifyingValues } from '#lib/tables/queries/identifying-values.ts';
import { useAnswer } from '../ask/use-answer.ts';
import type { OpenRunState } from '../run/open-state.ts';

export interface Sharing {
  /** Why nothing can be shared now. */
  readonly unavailable: string | undefined;
  readonly shareRun: () => void;
  readonly shareInsight: (insight: Insight) => void;
}

/** Sharing of a run that is open; what names someone or something is looked up in its tables first. */
export function useShare({ overview, findings, checksDone, checksTotal }: OpenRunState): Sharing {
  const telling = useAnswer('identifying-values', identifyingValues);
  // Without the names that the log knows, rules alone would have to find them.
  const unavailable =
    telling.state === 'waiting'
      ? 'Still looking up which names to hide.'
      : telling.state === 'failed'
        ? `Which names to hide could not be looked up: ${telling.message}`
        : undefined;
  const rows = telling.state === 'ready' ? telling.value : [];
  const known = { names: valuesOf(rows, 'names'), hosts: valuesOf(rows, 'hosts') };
  const { name } = overview.application;
  return {
    unavailable: unavailable ?? (checksDone < checksTotal ? 'Checks are still running.' : undefined),
    shareRun: () => share({ what: 'this run', state: analysisSummary(overview, findings), known }),
    shareInsight: (insight) =>
      share({
        what: 'this insight',
        state: {
          kind: 'insight',
          run: typeof name === 'string' ? name : null,
          insight: sharedInsight(insight),
        },
        known,
      }),
  };
}

function valuesOf(
  rows: readonly IdentifyingValueRow[],
  wanted: IdentifyingValueRow['category'],
): readonly string[] {
  return rows.filter(({ category }) => category === wanted).map(({ value }) => value);
}
