'use client';
import { lazy, type ReactNode, type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { whenIdle } from './when-idle.ts';

/** What the button that opens the popover must take on. */
export interface PopoverTriggerProps {
  readonly ref: RefObject<HTMLButtonElement | null>;
  readonly onClick: () => void;
  readonly 'aria-haspopup': 'dialog';
  readonly 'aria-expanded': boolean;
}

export interface PopoverProps {
  readonly trigger: (props: PopoverTriggerProps) => ReactNode;
  /** The dialog's name for screen readers. */
  readonly label: string;
  readonly size?: 'small' | 'text';
  readonly children: ReactNode;
}

const load = () => import('./popover-panel.tsx');
const PopoverPanel = lazy(async () => ({ default: (await load()).PopoverPanel }));

/** The panel's code (positioning, focus) comes after the first paint, in a quiet moment or on the first click. */
export function Popover({ trigger, label, size = 'text', children }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => whenIdle(() => load().catch(() => {})), []);
  return (
    <>
      {trigger({
        ref: button,
        onClick: () => setOpen(!open),
        'aria-haspopup': 'dialog',
        'aria-expanded': open,
      })}
      {open ? (
        <Suspense fallback={<Coming trigger={button} onLeave={() => setOpen(false)} />}>
          <PopoverPanel label={label} size={size} trigger={button} onClose={() => setOpen(false)}>
            {children}
          </PopoverPanel>
        </Suspense>
      ) : null}
    </>
  );
}

interface ComingProps {
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly onLeave: () => void;
}

/** While the panel's code is on its way: who presses Escape or goes on elsewhere does not want it any more. */
function Coming({ trigger, onLeave }: ComingProps) {
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const leave = (event: Event) => {
      const isEscape = event instanceof KeyboardEvent && event.key === 'Escape';
      const isElsewhere = event.type === 'focusin' && !trigger.current?.contains(event.target as Node);
      if (isEscape || isElsewhere) onLeave();
    };
    document.addEventListener('keydown', leave, { signal });
    document.addEventListener('focusin', leave, { signal });
    return () => controller.abort();
  }, [trigger, onLeave]);
  return null;
}
