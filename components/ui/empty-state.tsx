import type { ReactNode } from 'react';

export interface EmptyStateProps {
  /** What is missing, as a sentence. */
  readonly title: string;
  /** Why, and what would fill the place. */
  readonly reason: ReactNode;
  /** The one thing to do next, and below it alternatives. */
  readonly children?: ReactNode;
}

/** No blank panel ever: why it is empty and what would fill it. */
export function EmptyState({ title, reason, children }: EmptyStateProps) {
  return (
    <div className="grid justify-items-start gap-4">
      <div className="grid gap-1">
        <h2 className="font-semibold text-lg">{title}</h2>
        <p className="max-w-prose text-soft">{reason}</p>
      </div>
      {children}
    </div>
  );
}
