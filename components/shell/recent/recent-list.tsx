'use client';
import { Button } from '#components/ui/button.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { forgetAllRecent } from './recent-files.ts';
import { RecentRow } from './recent-row.tsx';
import { useRecent } from './use-recent.ts';

/** What was opened before in this browser. Takes no place when there is nothing to show. */
export function RecentList() {
  const entries = useRecent();
  if (!entries || entries.length === 0) return null;
  return (
    <Panel
      title="Recent"
      aside={
        <Button kind="quiet" fit="tight" className="-mr-2" onClick={() => forgetAllRecent()}>
          Clear all
        </Button>
      }
    >
      <ul className="-my-2 divide-y divide-line">
        {entries.map((entry) => (
          <RecentRow key={entry.id} entry={entry} />
        ))}
      </ul>
      <p className="mt-4 text-faint text-xs">Kept in this browser only.</p>
    </Panel>
  );
}
