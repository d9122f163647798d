import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Status } from '#components/ui/status.tsx';
import { moveItem } from './move-item.ts';

export interface OrderAnswerProps {
  readonly items: readonly { readonly id: string; readonly label: string }[];
  /** Ids in the order as it is now. */
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly labelledBy: string;
}

/** Things in order, each with a button up and one down. */
export function OrderAnswer({ items, value, onChange, labelledBy }: OrderAnswerProps) {
  const list = useRef<HTMLOListElement>(null);
  const [moved, setMoved] = useState<{ readonly id: string; readonly by: -1 | 1 }>();
  const labelOf = (id: string) => items.find((item) => item.id === id)?.label ?? id;
  // An element that changes its place loses the focus.
  useEffect(() => {
    if (!moved) return;
    list.current
      ?.querySelector<HTMLElement>(`[data-moves="${CSS.escape(`${moved.id} ${moved.by}`)}"]`)
      ?.focus();
  }, [moved]);
  const move = (at: number, by: -1 | 1) => {
    onChange(moveItem(value, at, by));
    setMoved({ id: value[at]!, by });
  };
  const arrow = (id: string, at: number, by: -1 | 1) => (
    <Button
      kind="quiet"
      fit="square"
      data-moves={`${id} ${by}`}
      aria-label={`${labelOf(id)}: ${by < 0 ? 'up' : 'down'}`}
      onClick={() => move(at, by)}
      unavailable={at + by < 0 ? 'It is the first' : at + by >= value.length ? 'It is the last' : undefined}
    >
      {by < 0 ? <ArrowUp aria-hidden size={16} /> : <ArrowDown aria-hidden size={16} />}
    </Button>
  );
  return (
    <>
      <p className="text-faint text-xs">The largest first.</p>
      <ol ref={list} aria-labelledby={labelledBy} className="grid gap-1">
        {value.map((id, at) => (
          <li key={id} className="flex items-center gap-2 rounded border border-line px-2.5 py-1 text-sm">
            <span className="w-4 text-faint">{at + 1}</span>
            <span className="min-w-0 flex-1">{labelOf(id)}</span>
            {arrow(id, at, -1)}
            {arrow(id, at, 1)}
          </li>
        ))}
      </ol>
      <Status hidden>
        {moved ? `${labelOf(moved.id)} is now ${value.indexOf(moved.id) + 1} of ${value.length}` : ''}
      </Status>
    </>
  );
}
