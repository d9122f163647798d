export type SeverityLevel = 'high' | 'medium' | 'low' | 'info';

const filledBars: Readonly<Record<SeverityLevel, number>> = { high: 3, medium: 2, low: 1, info: 0 };
const bars = [0, 1, 2];

/** Bars and a word, never a color: warning colors look alike to many readers. */
export function Severity({ level }: { readonly level: SeverityLevel }) {
  return (
    <span className="inline-flex items-baseline gap-1.5 whitespace-nowrap text-sm">
      <svg aria-hidden="true" width="14" height="12" viewBox="0 0 14 12" className="self-center text-ink">
        {bars.map((bar) => (
          <rect
            key={bar}
            x={bar * 5 + 0.5}
            y="0.5"
            width="3"
            height="11"
            stroke="currentColor"
            fill={bar < filledBars[level] ? 'currentColor' : 'none'}
          />
        ))}
      </svg>
      <span className="font-medium">{level}</span>
    </span>
  );
}
