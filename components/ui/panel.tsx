import { clsx } from 'clsx';
import { type ReactNode, useId } from 'react';

export interface PanelProps {
  readonly title: ReactNode;
  /** Beside the title: a count, a small button. */
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Panel({ title, aside, className, children }: PanelProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={clsx('min-w-0 rounded border border-line bg-panel', className)}>
      <div className="flex min-h-10 flex-wrap items-center justify-between gap-x-4 border-line border-b px-4 py-1.5">
        <h2 id={id} className="font-semibold text-sm">
          {title}
        </h2>
        {aside}
      </div>
      <div className="p-4">{children}</div>
    </section>
  );
}
