import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';

export interface NoteStripProps {
  /** Something is wrong, rather than worth knowing. */
  readonly isProblem?: boolean;
  readonly children: ReactNode;
  /** What can be done about it. */
  readonly actions?: ReactNode;
  readonly onDismiss: () => void;
}

/** A note above a place about how it came to be as it is. Put it into a live region that is there all the time. */
export function NoteStrip({ isProblem = false, children, actions, onDismiss }: NoteStripProps) {
  return (
    <div
      className={
        isProblem
          ? 'flex items-start gap-3 border-line border-b border-l-4 border-l-alert bg-panel py-1.5 pr-2 pl-3 text-sm'
          : 'flex items-start gap-3 border-line border-b bg-tint py-1.5 pr-2 pl-3 text-sm'
      }
    >
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1 self-center">
        <div className="wrap-anywhere grid max-w-prose gap-1">{children}</div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
      <IconButton icon={X} label="Dismiss" onClick={onDismiss} />
    </div>
  );
}
