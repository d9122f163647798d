import { Panel } from '#components/ui/panel.tsx';
import type { OpenRunState } from '../run/open-state.ts';
import { CoreUseChart } from './core-use-chart.tsx';
import { InsightSummary } from './insight-summary.tsx';
import { KeyFigureList } from './key-figure-list.tsx';
import { PhaseBar } from './phase-bar.tsx';
import { VerdictLine } from './verdict-line.tsx';

export function OverviewView({ run }: { readonly run: OpenRunState }) {
  return (
    <div className="grid gap-4">
      <VerdictLine run={run} />
      <KeyFigureList />
      <div className="grid items-start gap-4 xl:grid-cols-[7fr_6fr]">
        <Panel title="Where the time went">
          <div className="grid gap-5">
            <CoreUseChart />
            <PhaseBar />
          </div>
        </Panel>
        <InsightSummary run={run} />
      </div>
    </div>
  );
}
