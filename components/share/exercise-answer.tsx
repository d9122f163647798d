import { Disclosure } from '#components/ui/disclosure.tsx';
import type { Exercise } from '#lib/share/envelope.ts';

/** The sender's question, and the answer for whoever asks. */
export function ExerciseAnswer({ exercise }: { readonly exercise: Exercise }) {
  const { question, answer } = exercise;
  return (
    <section aria-label="Question" className="grid gap-1 rounded border border-line bg-panel p-4">
      <p className="max-w-prose whitespace-pre-line font-medium">{question}</p>
      {answer === '' ? null : (
        <Disclosure summary="Show the sender’s answer">
          <p className="max-w-prose whitespace-pre-line text-sm">{answer}</p>
        </Disclosure>
      )}
    </section>
  );
}
