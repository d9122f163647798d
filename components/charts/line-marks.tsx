import { spreadLabels } from './line-labels.ts';

export interface LineMark {
  readonly at: number;
  readonly text: string;
  /** Lines of one picture differ in their dashes, not in color: "5 4". */
  readonly dash: string;
}

export interface LineMarksProps {
  readonly lines: readonly LineMark[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly y: (value: number) => number;
}

const LABEL_HEIGHT = 15;

/** Named lines across a plot; the names stand at the right end, none over another. */
export function LineMarks({ lines, left, right, top, bottom, y }: LineMarksProps) {
  const wanted = lines.map(({ at }) => y(at) - 4);
  const labels = spreadLabels(wanted, LABEL_HEIGHT, top - 4, bottom - 4);
  return (
    <g>
      {lines.map(({ at, text, dash }, i) => (
        <g key={text}>
          <line
            x1={left}
            x2={right}
            y1={y(at)}
            y2={y(at)}
            strokeDasharray={dash}
            strokeWidth="1.25"
            className="stroke-ink"
          />
          <text
            x={right}
            y={labels[i]}
            textAnchor="end"
            paintOrder="stroke"
            strokeWidth="4"
            strokeLinejoin="round"
            className="fill-ink stroke-panel text-xs"
          >
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}
