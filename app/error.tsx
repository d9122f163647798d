'use client';
import { CrashScreen } from '#components/shell/crash/crash-screen.tsx';

export interface ErrorPageProps {
  readonly error: unknown;
  readonly retry: () => void;
}

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return <CrashScreen error={error} onRetry={retry} />;
}
