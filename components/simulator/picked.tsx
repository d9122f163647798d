import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '#components/ui/icon-button.tsx';

export interface PickedProps {
  /** What was chosen in a picture: "task". */
  readonly what: string;
  readonly text: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What was chosen in a picture, with how its figures are computed. */
export function Picked({ what, text, onClose, children }: PickedProps) {
  return (
    <section aria-label={`The chosen ${what}`} className="mt-3 grid gap-2 rounded border border-line p-3">
      <div className="flex items-start justify-between gap-2">
        <p className="wrap-anywhere text-sm">{text}</p>
        <IconButton icon={X} label={`Close the chosen ${what}`} onClick={onClose} />
      </div>
      {children}
    </section>
  );
}
