'use client';
import { useMemo } from 'react';
import { crashDetails } from '#components/shell/crash/crash-details.ts';
import { BrowseButtons } from '#components/shell/files/browse-buttons.tsx';
import { Button } from '#components/ui/button.tsx';
import { CodeBlock } from '#components/ui/code-block.tsx';
import { StatePage } from './state-page.tsx';

export interface FailedProps {
  readonly label: string;
  readonly message: string;
  readonly error: unknown;
  readonly onReopen: () => void;
}

/** Reading broke. The files are still there, and what can be copied tells nothing of them. */
export function Failed({ label, message, error, onReopen }: FailedProps) {
  const details = useMemo(
    () =>
      crashDetails(error, {
        path: location.pathname,
        browser: navigator.userAgent,
        version: process.env.SHUFFLESCOPE_VERSION ?? 'unknown',
      }),
    [error],
  );
  return (
    <StatePage title={label}>
      <div
        role="alert"
        className="grid gap-3 rounded border border-line border-l-4 border-l-alert bg-panel p-4"
      >
        <h2 className="font-semibold text-lg">The log could not be read to its end</h2>
        <p className="wrap-anywhere max-w-prose text-sm">{message}</p>
        <p className="max-w-prose text-soft text-sm">
          The files are still open in this tab; nothing is lost.
        </p>
        <div className="flex flex-wrap gap-2">
          <Button kind="primary" onClick={onReopen}>
            Try again
          </Button>
          <BrowseButtons secondary />
        </div>
      </div>
      <div className="grid min-w-0 gap-2">
        <p className="text-soft text-sm">Details that help to find the cause. They hold none of your data.</p>
        <CodeBlock label="the details" code={details} />
      </div>
    </StatePage>
  );
}
