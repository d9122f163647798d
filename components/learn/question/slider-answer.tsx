import { clsx } from 'clsx';
import { type KeyboardEvent, useId, useState } from 'react';
import {
  nextSliderValue,
  SLIDER_MAX,
  sliderPosition,
  sliderValue,
} from '#components/simulator/knobs/slider-scale.ts';
import type { SliderQuestion } from '#lib/learn/question/question.ts';
import { figureText } from '#lib/learn/scenario/figure.ts';
import { fieldText, rangeOf, typedNumber } from './number-answer.ts';

export interface SliderAnswerProps {
  readonly question: SliderQuestion;
  /** Undefined until it was moved: the middle is nobody's answer. */
  readonly value: number | undefined;
  readonly onChange: (value: number) => void;
  readonly labelledBy: string;
}

/** A slider for feeling one's way, a field for those who have computed it. */
export function SliderAnswer({ question, value, onChange, labelledBy }: SliderAnswerProps) {
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const range = rangeOf(question);
  const middle = sliderValue(range, SLIDER_MAX / 2);
  const turn = (next: number) => {
    setTyped(undefined);
    setProblem(undefined);
    onChange(next);
  };
  const take = () => {
    if (typed === undefined || typed.trim() === '') return;
    const taken = typedNumber(question, typed);
    if ('problem' in taken) setProblem(taken.problem);
    else turn(taken.value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = nextSliderValue(range, value ?? middle, event.key);
    if (next === undefined) return;
    event.preventDefault();
    turn(next);
  };
  const end = (of: number) => figureText(of, question.unit);
  return (
    <div className="grid gap-1">
      <input
        type="range"
        aria-labelledby={labelledBy}
        aria-valuetext={value === undefined ? 'not set yet' : end(value)}
        min={0}
        max={SLIDER_MAX}
        value={sliderPosition(range, value ?? middle)}
        onChange={(event) => turn(sliderValue(range, Number(event.target.value)))}
        onPointerDown={() => value === undefined && turn(middle)}
        onKeyDown={onKeyDown}
        className={clsx(
          'h-6 w-full min-w-0 cursor-pointer accent-accent pointer-coarse:h-11',
          value === undefined && 'opacity-60',
        )}
      />
      <div aria-hidden="true" className="flex justify-between text-faint text-xs">
        <span>{end(range.min)}</span>
        <span>{end(range.max)}</span>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          aria-label="Your number"
          aria-describedby={`${id}-problem`}
          aria-invalid={problem !== undefined}
          placeholder="or type it"
          value={typed ?? (value === undefined ? '' : fieldText(question, value))}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            take();
          }}
          className={clsx(
            'min-h-8 w-36 rounded border bg-panel px-2 text-right text-sm placeholder:text-faint pointer-coarse:min-h-11',
            problem ? 'border-alert border-dashed' : 'border-edge',
          )}
        />
        <output className="font-medium text-sm">{value === undefined ? 'not set yet' : end(value)}</output>
      </div>
      {/* Mounted all the time, or its text would not be read out. */}
      <p id={`${id}-problem`} role="alert" className="text-alert text-xs">
        {problem}
      </p>
    </div>
  );
}
