import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { type GraphEdit, JOIN_HINTS, JOIN_HOWS, type JoinHow } from '#lib/pyspark/edit/graph-edit.ts';

export interface JoinFormProps {
  readonly at: number;
  readonly onEdit: (edit: GraphEdit) => void;
}

/** What only joins have: a type, hints, and sides. */
export function JoinForm({ at, onEdit }: JoinFormProps) {
  const [how, setHow] = useState<JoinHow>('left');
  const [hint, setHint] = useState<(typeof HINTS)[number]>('broadcast');
  const [side, setSide] = useState<'left' | 'right'>('right');
  return (
    <>
      <span className="flex flex-wrap items-center gap-2">
        <SelectField
          label="Join type"
          options={JOIN_HOWS.map((value) => ({ value, label: value }))}
          value={how}
          onChange={(value) => setHow(JOIN_HOWS.find((each) => each === value) ?? how)}
        />
        <Button onClick={() => onEdit({ kind: 'join-type', at, how })}>Make it {how}</Button>
        <Button onClick={() => onEdit({ kind: 'swap-join', at })}>Swap the sides</Button>
      </span>
      <span className="flex flex-wrap items-center gap-2">
        <SelectField
          label="Hint"
          options={HINTS.map((value) => ({ value, label: value }))}
          value={hint}
          onChange={(value) => setHint(HINTS.find((each) => each === value) ?? hint)}
        />
        <SelectField
          label="of the side"
          options={[
            { value: 'left', label: 'left' },
            { value: 'right', label: 'right' },
          ]}
          value={side}
          onChange={(value) => setSide(value === 'left' ? 'left' : 'right')}
        />
        <Button onClick={() => onEdit({ kind: 'hint', at, side, hint })}>Set the hint</Button>
      </span>
    </>
  );
}

const HINTS = [...JOIN_HINTS, 'none'] as const;
