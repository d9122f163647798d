import { type ReactNode, useRef, useState } from 'react';
import { Segments } from '#components/ui/segments.tsx';
import { useWidth } from '#components/ui/use-width.ts';
import { Separator } from './separator.tsx';
import { usePaneSizes } from './use-pane-sizes.ts';

export interface PanesProps {
  readonly code: ReactNode;
  readonly graph: ReactNode;
  readonly detail: ReactNode;
  readonly shown: PaneName;
  readonly onShow: (pane: PaneName) => void;
}

export type PaneName = 'code' | 'graph' | 'detail';

const NAMES: readonly { readonly value: PaneName; readonly label: string }[] = [
  { value: 'code', label: 'Code' },
  { value: 'graph', label: 'Graph' },
  { value: 'detail', label: 'Answers' },
];

/** From that width on three panes stand beside each other, from the smaller one on two. */
const [THREE, TWO] = [1280, 768];

/** Code, graph and answers: side by side, two and one below, or one at a time, as the room allows. */
export function Panes({ code, graph, detail, shown, onShow }: PanesProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [sizes, setSizes] = usePaneSizes();
  const [limits] = useState({ min: 20, max: 80 });
  const axis = width >= THREE ? 'x' : 'y';
  const isNarrow = width > 0 && width < TWO;
  // The editor keeps its place in the tree, so that its text and its undo history stay through every width.
  return (
    <div ref={box} className="flex min-h-0 min-w-0 flex-1 flex-col">
      {isNarrow ? (
        <div className="border-line border-b px-3 py-1.5">
          <Segments label="What is shown" options={NAMES} value={shown} onChange={onShow} />
        </div>
      ) : null}
      <div className="flex min-h-0 min-w-0 flex-1">
        <section
          aria-label="Code"
          hidden={isNarrow && shown !== 'code'}
          style={isNarrow ? { width: '100%' } : { width: `${sizes.code}%` }}
          className="min-h-0 min-w-0"
        >
          {code}
        </section>
        {isNarrow ? null : (
          <Separator
            label="Width of the code"
            axis="x"
            value={sizes.code}
            {...limits}
            onChange={(value) => setSizes({ code: value })}
          />
        )}
        <div
          hidden={isNarrow && shown === 'code'}
          className={axis === 'x' ? 'flex min-h-0 min-w-0 flex-1' : 'flex min-h-0 min-w-0 flex-1 flex-col'}
        >
          <section
            aria-label="Graph"
            hidden={isNarrow && shown !== 'graph'}
            style={isNarrow ? { flexBasis: '100%' } : { flexBasis: `${sizes.graph}%` }}
            className="min-h-0 min-w-0 shrink-0 grow-0"
          >
            {graph}
          </section>
          {isNarrow ? null : (
            <Separator
              label={axis === 'x' ? 'Width of the graph' : 'Height of the graph'}
              axis={axis}
              value={sizes.graph}
              {...limits}
              onChange={(value) => setSizes({ graph: value })}
            />
          )}
          <section
            aria-label="Answers"
            hidden={isNarrow && shown !== 'detail'}
            className="min-h-0 min-w-0 flex-1 overflow-auto"
          >
            {detail}
          </section>
        </div>
      </div>
    </div>
  );
}
