'use client';
import { Columns3 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { columnHeader, DEFAULT_COLUMNS, TASK_COLUMNS } from './task-columns.tsx';

export interface ColumnChooserProps {
  readonly chosen: readonly string[];
  readonly onChoose: (columns: readonly string[]) => void;
}

/** Which columns of a task to show. */
export function ColumnChooser({ chosen, onChoose }: ColumnChooserProps) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase().replaceAll(' ', '_');
  const shown = TASK_COLUMNS.filter(({ name }) => name !== 'task_id' && name.includes(wanted));
  const toggle = (name: string, on: boolean) =>
    onChoose(on ? [...chosen, name] : chosen.filter((other) => other !== name));
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-haspopup="dialog">
        <Columns3 aria-hidden size={16} strokeWidth={1.75} />
        Columns
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Columns of the tasks">
        <div className="flex items-center justify-between gap-4 border-line border-b px-4 py-2">
          <SearchField label="Find a column" value={text} onChange={setText} />
          <Button kind="quiet" onClick={() => onChoose(DEFAULT_COLUMNS)}>
            Reset
          </Button>
        </div>
        <ul className="min-h-0 overflow-y-auto p-2">
          {shown.map(({ name, doc, unit }) => (
            <li key={name}>
              <label className="flex min-h-8 items-start gap-3 rounded px-2 py-1 text-sm hover:bg-tint">
                <input
                  type="checkbox"
                  checked={chosen.includes(name)}
                  onChange={(event) => toggle(name, event.target.checked)}
                  className="mt-0.5 size-4 accent-accent"
                />
                <span className="grid">
                  <span className="font-medium">
                    {columnHeader(name)}
                    {unit ? <span className="font-normal text-faint"> {unit}</span> : null}
                  </span>
                  <span className="text-faint text-xs">{doc}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
