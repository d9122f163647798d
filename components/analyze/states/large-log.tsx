import { Button } from '#components/ui/button.tsx';
import { formatBytes } from '#lib/base/format.ts';
import type { FoundLog } from '../session/protocol.ts';
import type { SizeNotice } from '../session/size-notice.ts';
import { StatePage } from './state-page.tsx';

export interface LargeLogProps {
  readonly log: FoundLog;
  readonly size: SizeNotice;
  readonly onRead: () => void;
  readonly onCancel: () => void;
}

/** Before a log is read that may be too much for the device: what to expect, and the choice. */
export function LargeLog({ log, size, onRead, onCancel }: LargeLogProps) {
  const { decodedBytes, memoryBytes, deviceBytes, mayNotFit } = size;
  return (
    <StatePage title={log.title}>
      <div className="grid gap-3 rounded border border-line border-l-4 border-l-alert bg-panel p-4">
        <h2 className="font-semibold text-lg">This is a large log</h2>
        <p className="max-w-prose text-sm">
          {formatBytes(log.bytes)} as stored, roughly {formatBytes(decodedBytes)} of events. Reading it can
          take minutes, and this tab may need about {formatBytes(memoryBytes)} of memory
          {deviceBytes === undefined
            ? ''
            : `; the browser says that this device has ${formatBytes(deviceBytes)} or more`}
          . All of it is read, nothing is sampled, and you can stop at any time.
        </p>
        {mayNotFit ? (
          <p className="max-w-prose text-sm">
            That may be more than the SQL engine of a browser can hold. The command line on a larger machine
            reads it with <code className="font-mono text-xs">bin/shufflescope analyze</code>.
          </p>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button kind="primary" onClick={onRead}>
            Read it
          </Button>
          <Button onClick={onCancel}>Not now</Button>
        </div>
      </div>
    </StatePage>
  );
}
