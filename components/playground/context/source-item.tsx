import { Button } from '#components/ui/button.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import type { CatalogSource } from '#lib/plan/settings.ts';
import { EntryField } from './entry-field.tsx';
import { SkewFields } from './skew-fields.tsx';
import { type SourceFact, withFact } from './source-change.ts';
import type { SourceRow } from './source-rows.ts';

export interface SourceItemProps {
  readonly row: SourceRow;
  readonly onChange: (name: string, source: CatalogSource) => void;
  readonly onForget: (name: string) => void;
}

const FACTS: readonly { readonly fact: SourceFact; readonly label: string }[] = [
  { fact: 'bytes', label: 'Size of its files' },
  { fact: 'files', label: 'Number of files' },
  { fact: 'rows', label: 'Rows' },
];

/** A source with what is known of it, to be changed or forgotten. */
export function SourceItem({ row, onChange, onForget }: SourceItemProps) {
  const { name, isRead, told, facts } = row;
  const source = told?.source ?? { format: facts.split(' · ')[0] ?? 'parquet', columns: [] };
  return (
    <li className="grid gap-0.5 border-line border-b pb-2 text-sm">
      <span className="wrap-anywhere font-medium font-mono text-xs">{name}</span>
      <span className="text-soft">
        {facts}
        {isRead ? '' : ' · the program does not read it'}
      </span>
      <Disclosure summary="Change what is known">
        <div className="grid gap-1">
          {FACTS.map(({ fact, label }) => (
            <EntryField
              key={fact}
              label={label}
              value={source[fact] === undefined ? '' : String(source[fact])}
              placeholder="not known"
              onTake={(text) => {
                const changed = withFact(source, fact, text);
                if (!changed.ok) return changed.why;
                onChange(told?.name ?? name, changed.source);
                return undefined;
              }}
            />
          ))}
          <SkewFields source={source} onChange={(next) => onChange(told?.name ?? name, next)} />
          {source.columns.length === 0 ? null : (
            <SimpleTable
              caption={`Columns of ${name}`}
              columns={[{ header: 'Column' }, { header: 'Type' }]}
              rows={source.columns.map((column) => [column.name, column.type])}
              className="max-h-48"
            />
          )}
          {told ? (
            <p>
              <Button onClick={() => onForget(told.name)}>Forget {name}</Button>
            </p>
          ) : null}
        </div>
      </Disclosure>
    </li>
  );
}
