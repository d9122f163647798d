'use client';
import { clsx } from 'clsx';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { rowForKey } from './row-keys.ts';

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** A number worth knowing before opening the tab. */
  readonly count?: number;
}

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly items: readonly TabItem<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  /** Takes all the height there is; what it shows scrolls by itself. */
  readonly fill?: boolean;
  /** All tabs in sight, in several rows where there is little room; else a single row scrolls sideways. */
  readonly wrap?: boolean;
  /** What the chosen tab shows. */
  readonly children: ReactNode;
}

const asRows: Readonly<Record<string, string>> = {
  ArrowRight: 'ArrowDown',
  ArrowLeft: 'ArrowUp',
  Home: 'Home',
  End: 'End',
};

/** One tab stop; arrows choose. Not Radix's tabs: those put style attributes into server-rendered markup. */
export function Tabs<Id extends string>({
  label,
  items,
  value,
  onChange,
  fill = false,
  wrap = false,
  children,
}: TabsProps<Id>) {
  const id = useId();
  const bar = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed value is the reason to look
  useEffect(() => {
    const chosen = bar.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    // Only sideways: scrollIntoView would also move the page.
    if (bar.current && chosen) {
      const { offsetLeft, offsetWidth } = chosen;
      const { scrollLeft, clientWidth } = bar.current;
      if (offsetLeft < scrollLeft) bar.current.scrollLeft = offsetLeft;
      else if (offsetLeft + offsetWidth > scrollLeft + clientWidth)
        bar.current.scrollLeft = offsetLeft + offsetWidth - clientWidth;
    }
  }, [value]);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const current = items.findIndex((item) => item.id === value);
    const next = rowForKey(asRows[event.key] ?? '', current, items.length, 1);
    const item = next === undefined ? undefined : items[next];
    if (!item) return;
    event.preventDefault();
    onChange(item.id);
    event.currentTarget.querySelector<HTMLElement>(`#${CSS.escape(`${id}-${item.id}`)}`)?.focus();
  };
  return (
    <div className={clsx('min-w-0', fill && 'flex h-full min-h-0 flex-col')}>
      <div
        ref={bar}
        role="tablist"
        aria-label={label}
        onKeyDown={onKeyDown}
        className={clsx(
          'relative flex shrink-0 gap-x-1 border-line border-b',
          wrap ? 'flex-wrap' : 'overflow-x-auto',
        )}
      >
        {items.map((item) => {
          const chosen = item.id === value;
          return (
            <button
              key={item.id}
              type="button"
              role="tab"
              id={`${id}-${item.id}`}
              aria-selected={chosen}
              aria-controls={`${id}-panel`}
              tabIndex={chosen ? 0 : -1}
              onClick={() => onChange(item.id)}
              className={clsx(
                '-mb-px min-h-9 shrink-0 border-b-2 px-3 text-sm -outline-offset-2 hover:text-ink pointer-coarse:min-h-11',
                chosen ? 'border-accent font-medium text-ink' : 'border-transparent text-soft',
              )}
            >
              {item.label}
              {item.count === undefined ? null : (
                // A blank of its own, or its name would be "Stages6".
                <span className="pl-1 text-faint"> {item.count.toLocaleString('en-US')}</span>
              )}
            </button>
          );
        })}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${value}`}
        className={clsx(fill && 'min-h-0 flex-1 overflow-auto')}
      >
        {children}
      </div>
    </div>
  );
}
