import type { AnalysisState } from '#components/analyze/session/analysis-state.ts';
import { Button } from '#components/ui/button.tsx';
import { Progress } from '#components/ui/progress.tsx';
import { Status } from '#components/ui/status.tsx';
import { UserError } from '#lib/base/assert.ts';
import { formatBytes } from '#lib/base/format.ts';

export interface LogStateProps {
  readonly state: AnalysisState;
  readonly onAgain: () => void;
}

/** How far the log of a scenario is on its way, or why there is none. */
export function LogState({ state, onAgain }: LogStateProps) {
  switch (state.phase) {
    case 'idle':
    case 'finding':
    case 'open':
      return <Status>Fetching the log …</Status>;
    case 'reading': {
      const { bytesRead = 0, bytesTotal = state.log.bytes } = state.progress ?? {};
      return (
        <Progress
          label={bytesRead < bytesTotal || bytesTotal === 0 ? 'Reading the log' : 'Working out tables'}
          value={bytesRead}
          max={bytesTotal}
          detail={`${formatBytes(bytesRead)} of ${formatBytes(bytesTotal)}`}
        />
      );
    }
    default:
      return (
        <div
          role="alert"
          className="grid justify-items-start gap-2 rounded border border-alert border-dashed p-3"
        >
          <p className="wrap-anywhere max-w-prose text-sm">{whyNot(state)} Your answers so far are kept.</p>
          <Button onClick={onAgain}>Start again</Button>
        </div>
      );
  }
}

function whyNot(state: AnalysisState): string {
  if (state.phase !== 'failed') return 'The log could not be opened.';
  const { message, error } = state;
  return error instanceof UserError && error.hint !== undefined ? `${message} ${error.hint}` : message;
}
