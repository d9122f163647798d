import { clsx } from 'clsx';
import type { ReactNode } from 'react';

export interface StepLayoutProps {
  /** What is asked and said. */
  readonly children: ReactNode;
  /** The real tool; none where words are enough. */
  readonly tool?: ReactNode;
}

/** Words on the left and the tool beside them; in narrow windows one below the other. */
export function StepLayout({ children, tool }: StepLayoutProps) {
  return (
    <div
      className={clsx(
        'grid grid-cols-[minmax(0,1fr)] items-start gap-4',
        tool && 'lg:grid-cols-[minmax(20rem,26rem)_minmax(0,1fr)]',
      )}
    >
      <div
        className={clsx(
          'grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4',
          // What is asked stays in view beside a tool that is longer than the window.
          tool &&
            'lg:sticky lg:top-16 lg:-mx-1.5 lg:max-h-[calc(100dvh-9rem)] lg:overflow-y-auto lg:px-1.5 lg:pb-1.5',
        )}
      >
        {children}
      </div>
      {tool}
    </div>
  );
}
