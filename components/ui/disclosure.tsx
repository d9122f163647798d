import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

export interface DisclosureProps {
  readonly summary: ReactNode;
  /** Disclosures of one group close each other. */
  readonly group?: string;
  /** Open at first. */
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** The browser's own details element: works before scripts load, and find-in-page opens it. */
export function Disclosure({ summary, group, open, children }: DisclosureProps) {
  return (
    <details name={group} open={open}>
      <summary className="flex min-h-8 list-none items-center gap-1.5 rounded font-medium text-sm pointer-coarse:min-h-11">
        <ChevronRight
          aria-hidden
          size={16}
          className="shrink-0 text-faint transition-transform [[open]>summary>&]:rotate-90"
        />
        {summary}
      </summary>
      <div className="pt-2 pl-5.5">{children}</div>
    </details>
  );
}
