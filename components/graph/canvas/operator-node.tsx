import type { Node, NodeProps } from '@xyflow/react';
import { clsx } from 'clsx';
import { memo } from 'react';
import type { GraphNode } from '#lib/plan/graph/plan-graph.ts';
import { numberOf } from '../graph-words.ts';
import { RoleGlyph } from '../role-glyph.tsx';
import { standOut, useCanvas } from './canvas-state.ts';

export type OperatorNodeType = Node<{ readonly node: GraphNode }, 'operator'>;

const SHAPES = { scan: 'rounded-full px-4', work: 'rounded px-2.5', sink: 'rounded-none px-2.5' } as const;

/** Dashed, as everything that is predicted. The tint tells how large its number is beside the largest one. */
export const OperatorNode = memo(function OperatorNode({ data: { node } }: NodeProps<OperatorNodeType>) {
  const canvas = useCanvas();
  const number = numberOf(node, canvas.paint);
  const share = canvas.tint.get(node.id) ?? 0;
  const isLinked = canvas.linked.has(node.id);
  return (
    <div
      data-stop={node.id}
      title={node.detail === '' ? node.name : `${node.name}: ${node.detail}`}
      style={{
        background: `color-mix(in srgb, var(--accent) ${Math.round((isLinked ? 0.12 : 0) * 100 + share * 20)}%, var(--panel))`,
      }}
      className={clsx(
        'flex size-full items-center gap-2 border border-edge border-dashed text-left',
        SHAPES[node.role],
        standOut(node.id, canvas),
        canvas.dimmed.has(node.id) && 'opacity-40',
      )}
    >
      <RoleGlyph glyph={node.role} />
      <span className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)]">
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate font-medium text-sm text-ink">{node.name}</span>
          {node.marks.map((mark) => (
            <span key={mark} className="rounded border border-edge px-1 text-soft text-xs leading-3.5">
              {mark}
            </span>
          ))}
          {number === undefined ? null : <span className="font-mono text-soft text-xs">{number}</span>}
        </span>
        {node.detail === '' ? null : <span className="truncate text-soft text-xs">{node.detail}</span>}
      </span>
    </div>
  );
});
