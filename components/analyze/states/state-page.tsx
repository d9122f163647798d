import type { ReactNode } from 'react';

export interface StatePageProps {
  /** What is open or was given. */
  readonly title: string;
  readonly children: ReactNode;
}

/** The page while there is no run to show: one column, one message. */
export function StatePage({ title, children }: StatePageProps) {
  return (
    <div className="mx-auto grid max-w-3xl gap-6 px-4 py-8 sm:px-6">
      <h1 className="wrap-anywhere font-semibold text-xl">{title}</h1>
      {children}
    </div>
  );
}
