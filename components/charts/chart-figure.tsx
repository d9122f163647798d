'use client';
import { ChartColumn, Table } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '#components/ui/button.tsx';

export interface ChartFigureProps {
  /** What is drawn, as a person would ask for it: "core use over time". */
  readonly name: string;
  /** The chart in one sentence, from the same data. */
  readonly summary: ReactNode;
  /** The same data as a table. */
  readonly table: () => ReactNode;
  /** Choices of what to draw. */
  readonly controls?: ReactNode;
  readonly children: ReactNode;
}

/** A chart with its sentence, and the table behind it one click away. */
export function ChartFigure({ name, summary, table, controls, children }: ChartFigureProps) {
  const [asTable, setAsTable] = useState(false);
  const Icon = asTable ? ChartColumn : Table;
  return (
    <figure className="grid min-w-0 gap-2">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <figcaption className="min-w-0 max-w-prose flex-1 basis-56 self-center text-soft text-sm">
          {summary}
        </figcaption>
        <div className="ml-auto flex flex-wrap items-center gap-2">
          {controls}
          <Button
            kind="quiet"
            fit="tight"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
            className="min-h-7"
          >
            <Icon aria-hidden size={14} />
            <span>
              {asTable ? 'Chart' : 'Table'}
              <span className="sr-only"> of the {name}</span>
            </span>
          </Button>
        </div>
      </div>
      {asTable ? table() : children}
    </figure>
  );
}
