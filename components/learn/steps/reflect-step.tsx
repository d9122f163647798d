import { useEffect, useRef, useState } from 'react';
import { OptionList } from '#components/insight/option-list.tsx';
import { Button } from '#components/ui/button.tsx';
import { fillProse } from '#lib/learn/scenario/prose.ts';
import type { ReflectStep as Reflection } from '#lib/learn/scenario/step.ts';
import { Prose, Words } from './prose.tsx';
import { StepLayout } from './step-layout.tsx';
import type { StepProps } from './step-props.ts';
import { useTakesFocus } from './use-takes-focus.ts';

/** As long as what is read back. */
const LONGEST = 2000;

/** A sentence of one's own first; then a model answer, what it costs, and when it is wrong. */
export function ReflectStep({ step, record, known, dispatch }: StepProps<Reflection>) {
  const [text, setText] = useState(record.draft ?? record.text ?? '');
  const isCompared = record.text !== undefined;
  const compared = useTakesFocus<HTMLDivElement>(isCompared);
  const keepDraft = useRef(() => {});
  useEffect(() => {
    keepDraft.current = () => {
      const kept = record.draft ?? record.text ?? '';
      if (text !== kept) dispatch({ kind: 'drafted', text });
    };
  });
  useEffect(() => {
    const keep = () => keepDraft.current();
    addEventListener('pagehide', keep);
    return () => removeEventListener('pagehide', keep);
  }, []);
  const filled = (prose: string) => fillProse(prose, known.figures, known.values);
  return (
    <StepLayout>
      <Prose text={step.prose} known={known} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') dispatch({ kind: 'reflected', text: text.trim() });
        }}
        className="grid max-w-prose gap-2"
      >
        <label className="grid gap-2">
          <span className="font-medium">
            <Words text={step.ask} known={known} />
          </span>
          <textarea
            rows={4}
            value={text}
            maxLength={LONGEST}
            onChange={(event) => setText(event.target.value)}
            onBlur={() => keepDraft.current()}
            className="rounded border border-edge bg-panel px-3 py-2 text-base"
          />
        </label>
        <div className="flex flex-wrap gap-2">
          <Button
            kind={isCompared ? 'secondary' : 'primary'}
            type="submit"
            unavailable={
              text.trim() === ''
                ? 'Write a sentence first'
                : text.trim() === record.text
                  ? 'Nothing was changed'
                  : undefined
            }
          >
            {isCompared ? 'Keep the change' : 'Compare with a model answer'}
          </Button>
          {isCompared ? null : (
            <Button onClick={() => dispatch({ kind: 'reflected', text: '' })}>I would rather not</Button>
          )}
        </div>
      </form>
      {isCompared ? (
        <div ref={compared} tabIndex={-1} className="grid gap-6 outline-none lg:grid-cols-2">
          <section className="grid content-start gap-4">
            <div className="grid gap-1">
              <h3 className="font-semibold text-sm">A model answer</h3>
              <Prose text={step.model} known={known} className="border-accent border-l-2 pl-3" />
            </div>
            <div className="grid gap-1">
              <h3 className="font-semibold text-sm">When it would be the wrong fix</h3>
              <Prose text={step.wrongWhen} known={known} />
            </div>
          </section>
          <section className="grid content-start gap-1">
            <h3 className="font-semibold text-sm">What each way costs</h3>
            <OptionList
              options={step.tradeOffs.map(({ action, trade_off, avoid_when }) => ({
                action: filled(action),
                trade_off: filled(trade_off),
                avoid_when: filled(avoid_when),
              }))}
            />
          </section>
        </div>
      ) : null}
    </StepLayout>
  );
}
