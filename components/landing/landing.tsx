import { SampleList } from '#components/shell/files/sample-list.tsx';
import { RecentList } from '#components/shell/recent/recent-list.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { CodeDoor } from './code-door.tsx';
import { HowToGetALog } from './how-to-get-a-log.tsx';
import { LearnDoor } from './learn-door.tsx';
import { LogDoor } from './log-door.tsx';
import { SimulatorDoor } from './simulator-door.tsx';

/** The start page is the tool: the doors that work, samples, and what was open before. */
export function Landing() {
  return (
    <div className="mx-auto grid max-w-6xl gap-6 px-4 py-8 sm:px-6 lg:py-12">
      <div className="grid gap-1">
        <h1 className="text-balance font-semibold text-2xl tracking-tight">
          See what your Spark job does, and why it is slow.
        </h1>
        <p className="max-w-prose text-lg text-soft">
          From its event log or its PySpark code, in this browser tab, without a cluster.
        </p>
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-[7fr_5fr]">
        <div className="grid min-w-0 gap-4">
          <LogDoor />
          <CodeDoor />
          <LearnDoor />
          <HowToGetALog />
        </div>
        <div className="grid min-w-0 gap-4">
          <RecentList />
          <SimulatorDoor />
          <Panel title="No log at hand? Open a real one">
            <SampleList />
          </Panel>
        </div>
      </div>
    </div>
  );
}
