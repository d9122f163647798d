import { Disclosure } from '#components/ui/disclosure.tsx';
import type { Exercise } from '#lib/share/envelope.ts';

export interface ExerciseFieldsProps {
  readonly exercise: Exercise;
  readonly onChange: (exercise: Exercise) => void;
}

/** For teachers: a question in front, and an answer that is shown when asked for. */
export function ExerciseFields({ exercise, onChange }: ExerciseFieldsProps) {
  return (
    <Disclosure summary="Ask a question with it">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field
          label="Question"
          value={exercise.question}
          onChange={(question) => onChange({ ...exercise, question })}
        />
        <Field
          label="Your answer"
          value={exercise.answer}
          onChange={(answer) => onChange({ ...exercise, answer })}
        />
      </div>
      <p className="max-w-prose pt-2 text-soft text-sm">
        Both travel in the link. Embedded in another page, the answer stays hidden until it is asked for.
      </p>
    </Disclosure>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Field({ label, value, onChange }: FieldProps) {
  return (
    <label className="grid gap-1 text-sm">
      <span className="text-soft">{label}</span>
      <textarea
        value={value}
        rows={3}
        maxLength={4_000}
        onChange={(event) => onChange(event.target.value)}
        className="rounded border border-edge bg-panel p-2 text-sm"
      />
    </label>
  );
}
