import type { Node, NodeProps } from '@xyflow/react';
import { memo } from 'react';

export type LaneNodeType = Node<{ readonly title: string; readonly facts: string }, 'lane'>;

/** The heading of an action. */
export const LaneNode = memo(function LaneNode({ data: { title, facts } }: NodeProps<LaneNodeType>) {
  return (
    <div className="grid content-start">
      <p className="truncate font-semibold text-ink text-sm">{title}</p>
      <p className="truncate text-soft text-xs">{facts}</p>
    </div>
  );
});
