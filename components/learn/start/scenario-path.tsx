import { Check } from 'lucide-react';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { LearnProgress } from '#lib/learn/progress/learn-progress.ts';
import { conceptName } from '#lib/learn/scenario/concept-name.ts';
import type { Outline } from '#lib/learn/scenario/outline.ts';
import { nextScenario, type WhereInScenario, whereInScenario } from './where-in-scenario.ts';

export interface ScenarioPathProps {
  readonly outlines: readonly Outline[];
  readonly progress: LearnProgress;
}

/** Every scenario in the order in which they are offered; none is locked. */
export function ScenarioPath({ outlines, progress }: ScenarioPathProps) {
  const next = nextScenario(outlines, progress);
  const finished = outlines.filter(({ id }) => (progress.runs[id]?.finishedAt ?? null) !== null).length;
  return (
    <Panel
      title="Scenarios"
      aside={
        <span className="text-soft text-sm">
          {finished} of {outlines.length} finished
        </span>
      }
    >
      <ol className="-my-4 divide-y divide-line">
        {outlines.map((outline, place) => (
          <ScenarioRow
            key={outline.id}
            outline={outline}
            number={place + 1}
            where={whereInScenario(outline, progress.runs[outline.id])}
            isNext={outline === next}
          />
        ))}
      </ol>
    </Panel>
  );
}

interface ScenarioRowProps {
  readonly outline: Outline;
  readonly number: number;
  readonly where: WhereInScenario;
  readonly isNext: boolean;
}

function ScenarioRow({ outline, number, where, isNext }: ScenarioRowProps) {
  const { id, title, goal, minutes, concepts } = outline;
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] items-center gap-x-4 gap-y-2 py-3 max-sm:gap-x-3 sm:grid-cols-[1.5rem_minmax(0,1fr)_auto]">
      <span aria-hidden className="self-start text-right text-faint text-lg">
        {where.state === 'finished' ? <Check size={18} className="ml-auto translate-y-0.5" /> : number}
      </span>
      <div className="grid min-w-0 gap-0.5">
        <h3 className="font-semibold">{title}</h3>
        <p className="max-w-prose text-sm">{goal}</p>
        <p className="text-soft text-xs">
          {minutes} minutes · {concepts.map(conceptName).join(', ')} · <strong>{where.words}</strong>
        </p>
      </div>
      <ButtonLink
        href={`/learn/${id}`}
        prefetch={isNext ? null : false}
        kind={isNext ? 'primary' : 'secondary'}
        aria-label={`${where.action}: ${title}`}
        className="justify-self-start max-sm:col-start-2"
      >
        {where.action}
      </ButtonLink>
    </li>
  );
}
