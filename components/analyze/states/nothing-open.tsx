import { BrowseButtons } from '#components/shell/files/browse-buttons.tsx';
import { SampleList } from '#components/shell/files/sample-list.tsx';
import { RecentList } from '#components/shell/recent/recent-list.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Panel } from '#components/ui/panel.tsx';

export interface NothingOpenProps {
  /** What the address asks for: "the view Stages", or undefined for no view in particular. */
  readonly asked: string | undefined;
}

export function NothingOpen({ asked }: NothingOpenProps) {
  return (
    <div className="mx-auto grid max-w-3xl gap-6 px-4 py-8 sm:px-6">
      <h1 className="sr-only">Analyze</h1>
      <EmptyState
        title="No event log is open"
        reason={
          asked === undefined
            ? 'What is open lives in this tab only, so it is gone after a reload. Drop a log anywhere in the window, or:'
            : `This address leads to ${asked}. An address holds no data, so the log has to be opened here first; then it shows. Drop it anywhere in the window, or:`
        }
      >
        <BrowseButtons />
      </EmptyState>
      <RecentList />
      <Panel title="No log at hand? Open a real one">
        <SampleList />
      </Panel>
    </div>
  );
}
