'use client';
import { useId } from 'react';
import { type Fill, fillClass } from './fill.ts';
import { Hatch } from './hatch.tsx';

export interface SharePart {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** The value as people read it, with its unit. */
  readonly text: string;
  readonly fill: Fill;
}

export interface ShareBarProps {
  readonly label: string;
  readonly parts: readonly SharePart[];
}

/** Parts of a whole in a fixed order, with a legend that has every value: nothing is told by color alone. */
export function ShareBar({ label, parts }: ShareBarProps) {
  const id = useId();
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  const drawn = parts.filter(({ value }) => value > 0);
  let before = 0;
  return (
    <div className="grid gap-2">
      <svg aria-label={label} role="img" width="100%" height="22" className="block rounded-[3px]">
        <defs>
          {parts.map((part) => (
            <Hatch key={part.key} id={`${id}-${part.key}`} fill={part.fill} />
          ))}
        </defs>
        <rect width="100%" height="100%" className="fill-sunken" />
        {drawn.map((part) => {
          const at = (before / total) * 100;
          before += part.value;
          const width = `${(part.value / total) * 100}%`;
          return (
            <g key={part.key}>
              <rect
                x={`${at}%`}
                width={width}
                height="22"
                className={part.fill.hatched ? undefined : fillClass(part.fill)}
                fill={part.fill.hatched ? `url(#${id}-${part.key})` : undefined}
              />
              {at > 0 ? (
                <line x1={`${at}%`} x2={`${at}%`} y2="22" strokeWidth="1.5" className="stroke-panel" />
              ) : null}
            </g>
          );
        })}
      </svg>
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(16rem,1fr))] gap-x-6">
        {parts.map((part) => (
          <div key={part.key} className="flex min-h-6 items-center gap-2 text-sm">
            <svg aria-hidden="true" width="12" height="12" className="shrink-0">
              <rect
                width="12"
                height="12"
                className={part.fill.hatched ? undefined : fillClass(part.fill)}
                fill={part.fill.hatched ? `url(#${id}-${part.key})` : undefined}
              />
            </svg>
            <dt className="flex-1 truncate text-soft">{part.label}</dt>
            <dd className="whitespace-nowrap">{part.text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
