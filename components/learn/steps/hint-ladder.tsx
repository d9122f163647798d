import { Button } from '#components/ui/button.tsx';
import type { ActStep } from '#lib/learn/scenario/step.ts';
import type { Known } from './known.ts';
import { Prose } from './prose.tsx';
import { useTakesFocus } from './use-takes-focus.ts';

/** What each rung tells. */
const RUNGS = ['Where to look', 'Which principle', 'The next step'] as const;

export interface HintLadderProps {
  readonly hints: ActStep['hints'];
  /** Rungs that were climbed. */
  readonly climbed: number;
  readonly onClimb: () => void;
  readonly known: Known;
}

/** Help in three rungs, one at a time. */
export function HintLadder({ hints, climbed, onClimb, known }: HintLadderProps) {
  const next = RUNGS[climbed];
  const list = useTakesFocus<HTMLOListElement>(next === undefined);
  return (
    <section aria-label="Hints" className="grid justify-items-start gap-2">
      <div aria-live="polite">
        {climbed > 0 ? (
          <ol ref={list} tabIndex={-1} className="grid gap-2 outline-none">
            {hints.slice(0, climbed).map((hint, rung) => (
              <li key={hint} className="grid gap-0.5 border-edge border-l-2 pl-3">
                <span className="text-faint text-xs">{RUNGS[rung]}</span>
                <Prose text={hint} known={known} className="text-sm" />
              </li>
            ))}
          </ol>
        ) : null}
      </div>
      {next ? (
        <Button onClick={onClimb}>
          Hint {climbed + 1} of {hints.length}: {next.toLowerCase()}
        </Button>
      ) : null}
    </section>
  );
}
