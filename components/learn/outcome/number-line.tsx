'use client';
import { useRef } from 'react';
import { tickLabel } from '#components/charts/ticks.ts';
import { useWidth } from '#components/ui/use-width.ts';
import { formatShare } from '#lib/base/format.ts';
import type { SliderQuestion } from '#lib/learn/question/question.ts';
import { figureText } from '#lib/learn/scenario/figure.ts';
import type { Origin } from '#lib/learn/scenario/origin.ts';
import { axisUnit, lineTicks, rightSpan, shareOf } from './number-line-layout.ts';
import { ORIGIN_DASHES, ORIGIN_WORDS } from './origin-words.ts';

export interface NumberLineProps {
  readonly question: SliderQuestion;
  /** Undefined for "no idea". */
  readonly answer: number | undefined;
  readonly truth: number;
  readonly origin: Origin | undefined;
}

const HEIGHT = 94;
const AXIS = 34;
const SIDE = 14;
const PX_PER_TICK = 80;

/** The answer above a line, the outcome below it, both on the scale of the question. */
export function NumberLine({ question, answer, truth, origin }: NumberLineProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const x = (value: number) => SIDE + shareOf(question, value) * Math.max(0, width - 2 * SIDE);
  const [from, to] = rightSpan(question, truth).map(x) as [number, number];
  const { unit } = question;
  const name = origin ? ORIGIN_WORDS[origin] : 'So it is';
  const label = (value: number) => (unit === 'share' ? formatShare(value) : tickLabel(value, axisUnit(unit)));
  return (
    <div ref={box} className="min-w-0">
      <svg width={width} height={HEIGHT} aria-hidden="true" className="block">
        <rect
          x={from}
          y={AXIS - 5}
          width={Math.max(1, to - from)}
          height={10}
          className="fill-tint stroke-edge"
        />
        <line x1={SIDE} x2={width - SIDE} y1={AXIS} y2={AXIS} className="stroke-edge" />
        {lineTicks(question, Math.max(2, Math.floor(width / PX_PER_TICK))).map((value) => (
          <g key={value}>
            <line x1={x(value)} x2={x(value)} y1={AXIS - 3} y2={AXIS + 3} className="stroke-edge" />
            <text
              x={x(value)}
              y={HEIGHT - 4}
              textAnchor={anchorAt(shareOf(question, value))}
              className="fill-faint text-xs"
            >
              {label(value)}
            </text>
          </g>
        ))}
        {answer === undefined ? null : (
          <g>
            <path d={`M${x(answer)} ${AXIS}l-5 -9h10z`} strokeWidth="1.5" className="fill-panel stroke-ink" />
            <text
              x={x(answer)}
              y={AXIS - 14}
              textAnchor={anchorAt(shareOf(question, answer))}
              className="fill-ink text-xs"
            >
              You: {figureText(answer, unit)}
            </text>
          </g>
        )}
        <line
          x1={x(truth)}
          x2={x(truth)}
          y1={AXIS - 9}
          y2={AXIS + 18}
          strokeWidth="2"
          strokeDasharray={origin && ORIGIN_DASHES[origin]}
          className="stroke-ink"
        />
        <circle cx={x(truth)} cy={AXIS} r="5" className="fill-ink" />
        <text
          x={x(truth)}
          y={AXIS + 31}
          textAnchor={anchorAt(shareOf(question, truth))}
          className="fill-ink font-medium text-xs"
        >
          {name}: {figureText(truth, unit)}
        </text>
      </svg>
      <p className="text-faint text-xs">
        <span className="sr-only">
          {answer === undefined ? '' : `You: ${figureText(answer, unit)}. `}
          {name}: {figureText(truth, unit)}.{' '}
        </span>
        The box is what counts as right.
      </p>
    </div>
  );
}

/** Labels near an end stay within the picture. */
function anchorAt(share: number): 'start' | 'middle' | 'end' {
  if (share < 0.2) return 'start';
  return share > 0.8 ? 'end' : 'middle';
}
