import type { ReactNode } from 'react';

export interface PlaceButtonProps {
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** Leads to a place in the program. */
export function PlaceButton({ onClick, children }: PlaceButtonProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="min-h-6 rounded text-left text-accent text-sm underline decoration-1 underline-offset-2 hover:decoration-2 pointer-coarse:min-h-11"
    >
      {children}
    </button>
  );
}
