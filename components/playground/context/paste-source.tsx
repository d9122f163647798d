import { useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { UserError } from '#lib/base/assert.ts';
import { addSources } from './take-sources.ts';

export interface PasteSourceProps {
  /** The name that is proposed: of a source that nothing is known of. */
  readonly name: string;
}

/** A schema as text: what printSchema() or DESCRIBE printed, a schema or a catalog as JSON. */
export function PasteSource({ name }: PasteSourceProps) {
  const id = useId();
  const [typedName, setTypedName] = useState<string>();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const take = async () => {
    try {
      const { readSourceText } = await import('#lib/catalog/read-source.ts');
      addSources(readSourceText(text, typedName ?? name));
      setText('');
      setTypedName(undefined);
      setProblem(undefined);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      setProblem([error.message, error.hint].filter(Boolean).join('. '));
    }
  };
  return (
    <div className="grid gap-2">
      <TextField
        label="Path or table"
        showLabel
        value={typedName ?? name}
        onChange={(event) => setTypedName(event.target.value)}
      />
      <label htmlFor={id} className="text-soft text-sm">
        What printSchema() or DESCRIBE TABLE EXTENDED printed, df.schema.json(), or a catalog as JSON
      </label>
      <textarea
        id={id}
        value={text}
        rows={6}
        spellCheck={false}
        aria-describedby={`${id}-problem`}
        onChange={(event) => setText(event.target.value)}
        className="min-w-0 rounded border border-edge bg-panel p-2 font-mono text-xs"
      />
      <p id={`${id}-problem`} role="alert" className="text-alert text-xs">
        {problem}
      </p>
      <p>
        <Button
          unavailable={text.trim() === '' ? 'Nothing is pasted yet' : undefined}
          onClick={() => void take()}
        >
          Take the schema
        </Button>
      </p>
    </div>
  );
}
