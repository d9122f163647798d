import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';

export interface StepBarProps {
  /** What is stepped through: "adaptive execution". */
  readonly what: string;
  readonly step: number;
  readonly count: number;
  readonly onStep: (step: number) => void;
  /** The step in words, for the slider. */
  readonly title: string;
}

/** Back, on, and a slider to any step. */
export function StepBar({ what, step, count, onStep, title }: StepBarProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        fit="tight"
        onClick={() => onStep(step - 1)}
        unavailable={step === 0 ? 'This is the first step' : undefined}
      >
        <ChevronLeft aria-hidden size={14} />
        Back<span className="sr-only"> in {what}</span>
      </Button>
      <input
        type="range"
        aria-label={`Step of ${what}`}
        aria-valuetext={`${step + 1} of ${count}: ${title}`}
        min={0}
        max={count - 1}
        value={step}
        onChange={(event) => onStep(Number(event.target.value))}
        className="h-6 w-32 min-w-0 cursor-pointer accent-accent pointer-coarse:h-11"
      />
      <Button
        fit="tight"
        onClick={() => onStep(step + 1)}
        unavailable={step === count - 1 ? 'This is the last step' : undefined}
      >
        Step<span className="sr-only"> on in {what}</span>
        <ChevronRight aria-hidden size={14} />
      </Button>
      <span className="text-soft text-sm">
        {step + 1} of {count}
      </span>
    </div>
  );
}
