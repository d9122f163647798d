import type { ReactNode } from 'react';

export interface StatusProps {
  /** Spoken only; what it says is on screen in another form. */
  readonly hidden?: boolean;
  readonly children?: ReactNode;
}

/** Says politely what changed. Keep it mounted and change its content: a region that appears with text is not read. */
export function Status({ hidden = false, children }: StatusProps) {
  return (
    <div role="status" aria-live="polite" className={hidden ? 'sr-only' : 'text-sm text-soft'}>
      {children}
    </div>
  );
}
