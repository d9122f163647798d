'use client';
import { Button } from '#components/ui/button.tsx';
import { openSql } from './console-draft.ts';

export interface SqlBehindProps {
  readonly sql: string;
  /** What the SQL gives: "the task time". */
  readonly what: string;
}

/** Opens the SQL that gives exactly what is shown. */
export function SqlBehind({ sql, what }: SqlBehindProps) {
  return (
    <Button
      kind="quiet"
      fit="tight"
      data-tip="SQL behind this"
      aria-label={`SQL behind ${what}`}
      onClick={() => openSql(sql)}
      className="min-h-7 font-mono text-xs"
    >
      SQL
    </Button>
  );
}
