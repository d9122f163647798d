import { useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { formatShare } from '#lib/base/format.ts';
import type { CatalogSource } from '#lib/plan/settings.ts';
import { EntryField } from './entry-field.tsx';
import { withSkew } from './skew-change.ts';

export interface SkewFieldsProps {
  readonly source: CatalogSource;
  readonly onChange: (source: CatalogSource) => void;
}

/** Columns of which one value has far more rows than others; an emptied field takes the column away. */
export function SkewFields({ source, onChange }: SkewFieldsProps) {
  const id = useId();
  const { skew = [], columns } = source;
  const free = columns.filter(({ name }) => !skew.some(({ column }) => column === name));
  const [typed, setTyped] = useState('');
  const [share, setShare] = useState('');
  const [problem, setProblem] = useState<string>();
  const column = columns.length === 0 ? typed : (free.find(({ name }) => name === typed) ?? free[0])?.name;
  const take = (name: string, text: string): string | undefined => {
    const changed = withSkew(source, name, text);
    if (!changed.ok) return changed.why;
    onChange(changed.source);
    return undefined;
  };
  const add = () => {
    const wrong = share.trim() === '' ? 'What share of the rows is it?' : take(column ?? '', share);
    setProblem(wrong);
    if (wrong === undefined) {
      setShare('');
      setTyped('');
    }
  };
  return (
    <fieldset className="grid gap-1">
      <legend className="text-soft">
        Skewed columns: the share of rows that have the most frequent value
      </legend>
      {skew.map((each) => (
        <EntryField
          key={each.column}
          label={each.column}
          value={formatShare(each.share)}
          placeholder="not skewed"
          onTake={(text) => take(each.column, text)}
        />
      ))}
      {columns.length > 0 && free.length === 0 ? null : (
        <form
          className="flex flex-wrap items-center gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          {columns.length === 0 ? (
            <TextField
              label="Skewed column"
              placeholder="a column"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              className="w-32"
            />
          ) : (
            <SelectField
              label="Column"
              options={free.map(({ name }) => ({ value: name, label: name }))}
              value={column ?? ''}
              onChange={setTyped}
            />
          )}
          <TextField
            label="Share of its most frequent value"
            placeholder="60 %"
            value={share}
            aria-invalid={problem !== undefined}
            aria-describedby={id}
            onChange={(event) => setShare(event.target.value)}
            className="w-20"
          />
          <Button type="submit">Add</Button>
        </form>
      )}
      {/* There all the time, or its text would not be read out. */}
      <p id={id} role="alert" className="text-alert text-xs">
        {problem}
      </p>
    </fieldset>
  );
}
