import type { Confidence as Level } from '#lib/model/insight.ts';

const steps: Readonly<Record<Level, number>> = { high: 3, medium: 2, low: 1 };
const dashes: Readonly<Record<Level, string | undefined>> = {
  high: undefined,
  medium: '3 1.5',
  low: '1 1.5',
};

export interface ConfidenceProps {
  readonly level: Level;
  /** Why so sure, or not. */
  readonly why: string;
}

/** A word and three steps whose outline is solid, dashed or dotted; the reason beside it. */
export function Confidence({ level, why }: ConfidenceProps) {
  return (
    <p className="text-soft text-sm">
      <svg aria-hidden="true" width="30" height="10" className="mr-1.5 inline-block align-baseline text-ink">
        {[0, 1, 2].map((step) => (
          <rect
            key={step}
            x={step * 10 + 0.75}
            y="0.75"
            width="7"
            height="8.5"
            rx="1"
            stroke="currentColor"
            strokeDasharray={dashes[level]}
            fill={step < steps[level] ? 'currentColor' : 'none'}
            fillOpacity="0.35"
          />
        ))}
      </svg>
      confidence <span className="font-medium text-ink">{level}</span>: {why}
    </p>
  );
}
