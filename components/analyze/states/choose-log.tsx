import { Panel } from '#components/ui/panel.tsx';
import { plural } from '#lib/base/format.ts';
import type { Found, FoundLog } from '../session/protocol.ts';
import { LogList } from './log-list.tsx';
import { StatePage } from './state-page.tsx';

export interface ChooseLogProps {
  readonly label: string;
  readonly found: Found;
  readonly onOpen: (log: FoundLog) => void;
}

export function ChooseLog({ label, found, onOpen }: ChooseLogProps) {
  const { logs, ignored } = found;
  return (
    <StatePage title={label}>
      <Panel title={`${plural(logs.length, 'application attempt')} in here. Which one?`}>
        <LogList logs={logs} onOpen={onOpen} />
        {ignored.length > 0 ? (
          <details className="mt-4 text-sm">
            <summary className="text-soft">{plural(ignored.length, 'other file')} left out</summary>
            <ul className="grid gap-1 pt-2">
              {ignored.slice(0, 50).map(({ path, reason }) => (
                <li key={path} className="wrap-anywhere text-soft">
                  {path}: {reason}
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </Panel>
    </StatePage>
  );
}
