import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import type { GraphEdit } from '#lib/pyspark/edit/graph-edit.ts';
import type { InsertionSpot, InsertionSpots } from '#lib/pyspark/edit/insertion-spots.ts';
import { InsertField } from './insert-field.tsx';
import { type Field, INSERTABLE, type Values } from './insertable.ts';

export interface InsertFormProps {
  readonly insertion: InsertionSpots;
  /** The label of the spot that is meant first. */
  readonly here: string | undefined;
  /** Whether the edit was made. */
  readonly onEdit: (edit: GraphEdit) => Promise<boolean>;
}

/** Puts an operation behind another one, or on an edge of the graph. */
export function InsertForm({ insertion: { spots, why }, here, onEdit }: InsertFormProps) {
  const [id, setId] = useState(INSERTABLE[0]!.id);
  const [values, setValues] = useState<Values>({});
  const [label, setLabel] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another edge was chosen in the graph
  useEffect(() => setLabel(undefined), [here]);
  const spot = spots.find((each) => each.label === (label ?? here)) ?? spots[0];
  const chosen = INSERTABLE.find((each) => each.id === id) ?? INSERTABLE[0]!;
  if (!spot) return <p className="text-soft">Nothing can be inserted here. {why}</p>;
  const textOf = (field: Field) => values[field.id] ?? startOf(field, spot);
  const wanted = chosen.make(Object.fromEntries(chosen.fields.map((field) => [field.id, textOf(field)])));
  const missing = 'missing' in wanted ? `It needs ${wanted.missing}.` : undefined;
  return (
    <form
      aria-label="Insert an operation"
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if ('missing' in wanted) return;
        void onEdit({ kind: 'insert', ...spot.where, operation: wanted }).then((isMade) => {
          if (isMade) setValues({});
        });
      }}
    >
      <SelectField
        label="Operation"
        options={INSERTABLE.map((each) => ({ value: each.id, label: each.id }))}
        value={id}
        onChange={setId}
      />
      <SelectField
        label="Where"
        options={spots.map((each) => ({ value: each.label, label: each.label }))}
        value={spot.label}
        onChange={setLabel}
        className="max-w-full!"
      />
      {chosen.fields.map((field) => (
        <InsertField
          key={field.id}
          field={field}
          value={textOf(field)}
          names={namesFor(field, spot, values)}
          onChange={(value) => setValues({ ...values, [field.id]: value })}
        />
      ))}
      <p className="flex flex-wrap items-center gap-2">
        <Button type="submit" unavailable={missing}>
          Insert here
        </Button>
        <span className="text-soft text-xs">{missing}</span>
      </p>
    </form>
  );
}

/** What holds until somebody says something else; what others see in the field has to count. */
function startOf({ kind, choices }: Field, { frames }: InsertionSpot): string {
  if (kind === 'choice') return choices?.[0] ?? '';
  return kind === 'frame' ? (frames[0]?.name ?? '') : '';
}

function namesFor({ kind }: Field, { columns, frames }: InsertionSpot, { other }: Values): readonly string[] {
  if (kind === 'frame') return frames.map(({ name }) => name);
  if (kind !== 'shared') return columns;
  const joined = frames.find(({ name }) => name === other) ?? frames[0];
  return columns.filter((name) => joined?.columns.includes(name));
}
