'use client';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { placeBeside } from './place-beside.ts';

const DELAY_MS = 350;

/**
 * Shows the text of any element's `data-tip` on hover and on keyboard focus. One for the whole page: a wrapper
 * around every button would weigh more than the buttons. Nothing may be only in a tip: touch has no hover.
 */
export function TooltipHost() {
  const [target, setTarget] = useState<HTMLElement>();
  const bubble = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const show = (next: HTMLElement | undefined, delay: number) => {
      clearTimeout(waiting);
      if (delay === 0) setTarget(next);
      else waiting = setTimeout(() => setTarget(next), delay);
    };
    const hide = () => show(undefined, 0);
    const listeners: Partial<Record<keyof DocumentEventMap, (event: Event) => void>> = {
      pointerover: (event) => {
        if ((event as PointerEvent).pointerType === 'touch') return;
        // The pointer may rest on the bubble itself, to read or select it.
        if (!bubble.current?.contains(event.target as Node)) show(tipped(event.target), DELAY_MS);
      },
      focusin: (event) => {
        if ((event.target as Element).matches(':focus-visible')) show(tipped(event.target), 0);
      },
      focusout: hide,
      pointerdown: hide,
      scroll: hide,
      keydown: (event) => {
        if ((event as KeyboardEvent).key === 'Escape') hide();
      },
    };
    for (const [name, listener] of Object.entries(listeners)) document.addEventListener(name, listener, true);
    return () => {
      clearTimeout(waiting);
      for (const [name, listener] of Object.entries(listeners))
        document.removeEventListener(name, listener, true);
    };
  }, []);

  useLayoutEffect(() => {
    if (target && bubble.current) placeBeside(bubble.current, target);
  }, [target]);

  const text = target?.dataset.tip;
  if (!text) return null;
  return (
    <div
      ref={bubble}
      role="tooltip"
      className="fixed top-0 left-0 z-60 max-w-72 rounded bg-ink px-2 py-1 text-page text-xs shadow-lift"
    >
      {text}
    </div>
  );
}

function tipped(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-tip]') ?? undefined) : undefined;
}
