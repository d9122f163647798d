import Link from 'next/link';
import { Panel } from '#components/ui/panel.tsx';
import { PRESETS } from '#lib/simulator/pipeline/presets.ts';

const OFFERED = ['hot-key', 'two-hundred-partitions', 'tiny-files', 'coalesce-one'];

/** Neither log nor code: situations to turn the knobs of. */
export function SimulatorDoor() {
  return (
    <Panel title="I wonder what if">
      <p className="max-w-prose text-sm">
        Shape a job with a few knobs and see what Spark’s rules make of it: partitions, tasks, spill, files.
      </p>
      <ul className="grid gap-1 pt-2 text-sm">
        {PRESETS.filter(({ id }) => OFFERED.includes(id)).map(({ id, title }) => (
          <li key={id}>
            <Link
              href={`/simulator#situation=${id}`}
              className="inline-block min-h-6 rounded text-accent underline underline-offset-2 pointer-coarse:min-h-11"
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
