import { Disclosure } from '#components/ui/disclosure.tsx';
import { formatMs, plural } from '#lib/base/format.ts';
import type { Occurrence } from '#lib/model/insight.ts';

export interface OccurrenceListProps {
  readonly occurrences: readonly Occurrence[];
  /** Left out where there is no run to look into. */
  readonly onShowStage?: ((stage: string) => void) | undefined;
}

/** The places of one cause, folded: a page of repeated findings is noise. */
export function OccurrenceList({ occurrences, onShowStage }: OccurrenceListProps) {
  if (occurrences.length < 2) return null;
  return (
    <Disclosure summary={`${plural(occurrences.length, 'place')} with this problem`}>
      <ul className="max-h-72 divide-y divide-line overflow-y-auto">
        {occurrences.map(({ where, stages, impact }) => (
          <li
            key={`${where}|${stages.join()}`}
            className="flex items-center justify-between gap-4 py-1 text-sm"
          >
            <span className="min-w-0">
              <StageButton where={where} stage={stages[0]} onShowStage={onShowStage} />
            </span>
            <span className="whitespace-nowrap text-soft">up to {formatMs(impact.upper_ms)}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

interface StageButtonProps {
  readonly where: string;
  readonly stage: string | undefined;
  readonly onShowStage: OccurrenceListProps['onShowStage'];
}

function StageButton({ where, stage, onShowStage }: StageButtonProps) {
  if (stage === undefined || !onShowStage) return <span className="wrap-anywhere">{where}</span>;
  return (
    <button
      type="button"
      onClick={() => onShowStage(stage)}
      className="wrap-anywhere min-h-6 rounded text-left text-accent underline underline-offset-4"
    >
      {where}
    </button>
  );
}
