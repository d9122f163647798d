'use client';
import { clsx } from 'clsx';
import { memo } from 'react';
import { Popover } from '#components/ui/popover.tsx';
import { exchangeLabel } from '#lib/plan/graph/plan-graph.ts';
import { ExchangeReason } from '../exchange-reason.tsx';
import type { ExchangeEdge } from '../graph-index.ts';
import { chipWidth, SIZES } from '../layout/laid-out.ts';
import { RoleGlyph } from '../role-glyph.tsx';
import { standOut, useCanvas } from './canvas-state.ts';

export interface ExchangeChipProps {
  readonly edge: ExchangeEdge;
  /** The middle of it. */
  readonly x: number;
  readonly y: number;
}

/** On a shuffle or broadcast: what it is; a click says why it is there. The graph is one tab stop, so this is none. */
export const ExchangeChip = memo(function ExchangeChip({ edge, x, y }: ExchangeChipProps) {
  const canvas = useCanvas();
  const label = exchangeLabel(edge.exchange);
  const width = chipWidth(label);
  return (
    <div
      className="nopan nodrag pointer-events-auto absolute"
      style={{ left: x - width / 2, top: y - SIZES.chip.height / 2, width }}
    >
      <Popover
        label={`Why ${label}`}
        trigger={({ onClick, ...props }) => (
          <button
            type="button"
            {...props}
            tabIndex={-1}
            data-stop={edge.id}
            title={label}
            onClick={() => {
              canvas.onStop(edge.id);
              onClick();
            }}
            className={clsx(
              'flex h-6 w-full items-center gap-1.5 rounded-full border-[1.5px] bg-panel px-2 text-ink text-xs',
              edge.kind === 'broadcast' ? 'border-broadcast border-dotted' : 'border-shuffle',
              canvas.linked.has(edge.id) && 'bg-tint font-semibold',
              standOut(edge.id, canvas),
              canvas.dimmed.has(edge.id) && 'opacity-40',
            )}
          >
            <RoleGlyph glyph={edge.kind === 'broadcast' ? 'broadcast' : 'shuffle'} />
            <span className="min-w-0 flex-1 truncate text-left">
              {edge.exchange.reused ? `${label}, reused` : label}
            </span>
          </button>
        )}
      >
        <ExchangeReason exchange={edge.exchange} />
      </Popover>
    </div>
  );
});
