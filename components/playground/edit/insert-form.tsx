import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { GraphEdit } from '#lib/pyspark/edit/graph-edit.ts';
import { INSERTABLE } from './new-operations.ts';

export interface EditFormProps {
  readonly at: number;
  readonly onEdit: (edit: GraphEdit) => void;
}

/** Puts an operation behind another one. */
export function InsertForm({ at, onEdit }: EditFormProps) {
  const [method, setMethod] = useState<string>('filter');
  const [text, setText] = useState('');
  const chosen = INSERTABLE.find((each) => each.method === method);
  const operation = chosen?.make(text.trim());
  return (
    <form
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!operation) return;
        onEdit({ kind: 'insert', after: at, operation });
        setText('');
      }}
    >
      <SelectField
        label="Insert after it"
        options={INSERTABLE.map(({ method: value }) => ({ value, label: value }))}
        value={method}
        onChange={setMethod}
      />
      {chosen?.asks === undefined ? null : (
        <TextField
          label={chosen.asks}
          placeholder={chosen.asks}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <Button type="submit" unavailable={operation ? undefined : `It needs: ${chosen?.asks ?? ''}`}>
        Insert it
      </Button>
    </form>
  );
}
