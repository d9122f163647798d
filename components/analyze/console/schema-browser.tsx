'use client';
import { useState } from 'react';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import type { SchemaItem } from './schema-items.ts';

export interface SchemaBrowserProps {
  readonly schema: readonly SchemaItem[];
  readonly onInsert: (text: string) => void;
}

/** Tables and views with their columns; a click inserts the name at the cursor. */
export function SchemaBrowser({ schema, onInsert }: SchemaBrowserProps) {
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const shown = schema
    .map((item) => ({
      ...item,
      columns: item.name.includes(wanted)
        ? item.columns
        : item.columns.filter(({ name, doc }) => `${name} ${doc ?? ''}`.toLowerCase().includes(wanted)),
    }))
    .filter(({ name, columns }) => name.includes(wanted) || columns.length > 0);
  return (
    <div className="grid gap-2">
      <SearchField label="Find a table or column" value={text} onChange={setText} className="w-full" />
      <ul className="divide-y divide-line">
        {shown.map((item) => (
          <li key={item.name} className="py-0.5">
            <Disclosure
              summary={
                <span className="min-w-0">
                  <span className="font-mono text-xs">{item.name}</span>
                  <span className="block font-normal text-faint text-xs">{item.grain}</span>
                </span>
              }
            >
              <p className="pb-1 text-soft text-xs">{item.doc}</p>
              <InsertButton name={item.name} onInsert={onInsert}>
                insert the name
              </InsertButton>
              <ul className="grid gap-1 pt-1">
                {item.columns.map(({ name, type, unit, doc }) => (
                  <li key={name}>
                    <InsertButton name={name} onInsert={onInsert}>
                      {name}
                    </InsertButton>
                    <span className="pl-1.5 text-faint text-xs">{unit ?? type.toLowerCase()}</span>
                    {doc ? <p className="text-soft text-xs">{doc}</p> : null}
                  </li>
                ))}
              </ul>
            </Disclosure>
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p className="text-soft text-sm">No table or column has this text.</p> : null}
    </div>
  );
}

interface InsertButtonProps {
  readonly name: string;
  readonly onInsert: (text: string) => void;
  readonly children: string;
}

function InsertButton({ name, onInsert, children }: InsertButtonProps) {
  return (
    <button
      type="button"
      onClick={() => onInsert(name)}
      aria-label={`Insert ${name}`}
      className="wrap-anywhere min-h-6 rounded text-left font-mono text-accent text-xs underline decoration-transparent underline-offset-4 hover:decoration-current"
    >
      {children}
    </button>
  );
}
