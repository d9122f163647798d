'use client';
import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { IconButton } from './icon-button.tsx';

export interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  /** Shows no title bar: for dialogs whose first line is an input. The title still names the dialog. */
  readonly bare?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Modal: the focus stays inside and returns to where it was. `data-modal` tells the shortcuts to keep quiet. */
export function Dialog({ open, onOpenChange, title, bare = false, className, children }: DialogProps) {
  const opener = useRef<Element>(null);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          data-modal
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            opener.current = document.activeElement;
            if (bare) return;
            // The dialog itself, so that its title is read; not its first button, which would be Close.
            event.preventDefault();
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
          }}
          onCloseAutoFocus={(event) => {
            // Radix returns the focus to a trigger of its own only, and there is none.
            event.preventDefault();
            if (opener.current instanceof HTMLElement) opener.current.focus();
          }}
          className={clsx(
            'fixed top-[min(12vh,6rem)] left-1/2 z-50 flex max-h-[80vh] w-[min(40rem,calc(100vw-1rem))] -translate-x-1/2 flex-col rounded border border-line bg-raised shadow-lift outline-none',
            className,
          )}
        >
          <div
            className={clsx(
              'flex items-center justify-between border-line border-b py-2 pr-2 pl-4',
              bare && 'sr-only',
            )}
          >
            <Radix.Title className="font-semibold text-lg">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton icon={X} label="Close" tabIndex={bare ? -1 : 0} />
            </Radix.Close>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
