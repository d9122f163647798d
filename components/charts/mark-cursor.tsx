'use client';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useState } from 'react';
import { rowForKey } from '#components/ui/row-keys.ts';

export interface MarkCursorProps {
  /** What the marks are: "tasks of stage 7.0 by duration". */
  readonly label: string;
  readonly count: number;
  /** Which mark is at this many px from the left edge. */
  readonly markAt: (x: number) => number | undefined;
  readonly readOut: (mark: number) => string;
  /** What the line says when no mark is in focus. */
  readonly otherwise: string;
  readonly onPick?: ((mark: number) => void) | undefined;
  readonly children: (active: number | undefined) => ReactNode;
}

const asRows: Readonly<Record<string, string>> = {
  ArrowRight: 'ArrowDown',
  ArrowLeft: 'ArrowUp',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
};

/** Marks under pointer and arrow keys, with a line below that reads out the one in focus. */
export function MarkCursor(props: MarkCursorProps) {
  const { label, count, markAt, readOut, otherwise, onPick, children } = props;
  const [active, setActive] = useState<number>();
  const id = useId();
  const shown = active !== undefined && active < count ? active : undefined;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && shown !== undefined) {
      event.preventDefault();
      return setActive(undefined);
    }
    if (event.key === 'Enter' && shown !== undefined) return onPick?.(shown);
    const next = rowForKey(asRows[event.key] ?? '', shown ?? -1, count, 10);
    if (next === undefined || count === 0) return;
    event.preventDefault();
    setActive(next);
  };
  const place = (event: PointerEvent) =>
    markAt(event.clientX - event.currentTarget.getBoundingClientRect().left);

  return (
    <div className="min-w-0">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div
        role="group"
        aria-label={label}
        aria-describedby={id}
        aria-keyshortcuts="ArrowLeft ArrowRight Home End"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: one tab stop for all marks, arrows move among them
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerMove={(event) => setActive(place(event))}
        onPointerLeave={() => setActive(undefined)}
        onClick={(event) => {
          const mark = markAt(event.clientX - event.currentTarget.getBoundingClientRect().left);
          if (mark !== undefined) onPick?.(mark);
        }}
        className={onPick ? 'cursor-pointer rounded' : 'rounded'}
      >
        {children(shown)}
      </div>
      <p id={id} aria-live="polite" className="wrap-anywhere min-h-9 pt-1 text-faint text-xs sm:min-h-5">
        {shown === undefined ? otherwise : readOut(shown)}
      </p>
    </div>
  );
}
