import { fillClass } from '#components/charts/fill.ts';
import { plural } from '#lib/base/format.ts';
import type { StagePicture } from '../session/run-picture.ts';
import { stageFill } from './stage-fill.ts';

/** The stages with their color, and what their tasks do. */
export function StageLegend({ stages }: { readonly stages: readonly StagePicture[] }) {
  return (
    <ol className="grid gap-1 pt-2 text-sm">
      {stages.map((stage) => (
        <li key={stage.id} className="flex items-baseline gap-2">
          <svg aria-hidden="true" width="12" height="12" className="shrink-0 self-center">
            <rect width="12" height="12" className={fillClass({ color: stageFill(stage) })} />
          </svg>
          <span>
            <span className="font-medium">{stage.name}</span>, {plural(stage.tasks.count, 'task')}:{' '}
            <span className="text-soft">{stage.does.join(', ')}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
