import { BrowseButtons } from '#components/shell/files/browse-buttons.tsx';
import { SampleList } from '#components/shell/files/sample-list.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { Found } from '../session/protocol.ts';
import { StatePage } from './state-page.tsx';

export interface NothingFoundProps {
  readonly label: string;
  readonly nothing: NonNullable<Found['nothing']>;
}

/** What the files were recognized as, why that is no log, and what would work. */
export function NothingFound({ label, nothing }: NothingFoundProps) {
  const { title, details, hint } = nothing;
  return (
    <StatePage title={label}>
      <div
        role="alert"
        className="grid gap-3 rounded border border-line border-l-4 border-l-alert bg-panel p-4"
      >
        <h2 className="font-semibold text-lg">{title}</h2>
        {details.length > 0 ? (
          <ul className="grid gap-1">
            {details.map((detail) => (
              <li key={detail} className="wrap-anywhere text-sm">
                {detail}
              </li>
            ))}
          </ul>
        ) : null}
        <p className="max-w-prose text-soft text-sm">{hint}</p>
        <BrowseButtons />
      </div>
      <Panel title="Or look at a real one first">
        <SampleList />
      </Panel>
    </StatePage>
  );
}
