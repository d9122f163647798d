import type { ReactNode } from 'react';

export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="inline-flex min-w-5 items-center justify-center rounded-[4px] border border-line border-b-edge bg-sunken px-1 font-sans text-soft text-xs leading-[1.125rem]">
      {children}
    </kbd>
  );
}
