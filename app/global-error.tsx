'use client';
import { CrashScreen } from '#components/shell/crash/crash-screen.tsx';
import './globals.css';

export interface GlobalErrorProps {
  readonly error: unknown;
}

/** Stands in for the whole document when the shell itself fails, so it uses nothing of the shell and starts anew. */
export default function GlobalError({ error }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body>
        <title>Shufflescope</title>
        <main>
          <CrashScreen error={error} onRetry={() => location.reload()} />
        </main>
      </body>
    </html>
  );
}
