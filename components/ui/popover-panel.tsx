'use client';
import { clsx } from 'clsx';
import { Popover as Radix } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';

export interface PopoverPanelProps {
  readonly label: string;
  readonly size: 'small' | 'text';
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function PopoverPanel({ label, size, trigger, onClose, children }: PopoverPanelProps) {
  return (
    <Radix.Root open onOpenChange={onClose}>
      {/* Positioned at a button outside of this lazily loaded part, hence the reference. */}
      <Radix.Anchor virtualRef={trigger as RefObject<HTMLButtonElement>} />
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align="end"
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            trigger.current?.focus();
          }}
          onInteractOutside={(event) => {
            // A click on the button closes by itself; closing here as well would open it again.
            if (trigger.current?.contains(event.target as Node)) event.preventDefault();
          }}
          className={clsx(
            'z-40 max-h-(--radix-popover-content-available-height) max-w-[calc(100vw-1rem)] overflow-y-auto rounded border border-line bg-raised p-4 shadow-lift',
            size === 'text' ? 'w-88' : 'w-44',
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
