'use client';
import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { CodeBlock } from '#components/ui/code-block.tsx';
import { useOpenFiles } from '../files/use-open-files.ts';
import { crashDetails } from './crash-details.ts';

export interface CrashScreenProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** The screen failed, the tab did not: the opened files are still there. */
export function CrashScreen({ error, onRetry }: CrashScreenProps) {
  const opened = useOpenFiles();
  const [details, setDetails] = useState('');
  useEffect(() => {
    const version = process.env.SHUFFLESCOPE_VERSION ?? 'unknown';
    setDetails(crashDetails(error, { path: location.pathname, browser: navigator.userAgent, version }));
  }, [error]);
  return (
    <div role="alert" className="mx-auto grid max-w-3xl justify-items-start gap-4 px-4 py-12 sm:px-6">
      <h1 className="font-semibold text-xl">This screen stopped working</h1>
      <p className="max-w-prose text-soft">
        That is a defect in Shufflescope, not in what you opened.{' '}
        {opened ? `"${opened.label}" is still open in this tab.` : ''}
      </p>
      <Button kind="primary" onClick={onRetry}>
        Try again
      </Button>
      <div className="grid w-full min-w-0 gap-2">
        <p className="text-sm">
          If it happens again, these details help to find the cause. They hold none of your data.
        </p>
        <CodeBlock label="the details" code={details} />
      </div>
    </div>
  );
}
