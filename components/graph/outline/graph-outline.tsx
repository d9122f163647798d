import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { exchangeLabel, type GraphEdge, type GraphNode } from '#lib/plan/graph/plan-graph.ts';
import { type GraphIndex, isExchange } from '../graph-index.ts';
import { bandText, numberOf, type Paint } from '../graph-words.ts';
import type { LaneHeading } from '../lane-heading.ts';
import { RoleGlyph } from '../role-glyph.tsx';

export interface GraphOutlineProps {
  readonly index: GraphIndex;
  readonly headings: readonly LaneHeading[];
  readonly paint: Paint;
  readonly current: string | undefined;
  readonly linked: ReadonlySet<string>;
  readonly dimmed: ReadonlySet<string>;
  readonly onStop: (id: string) => void;
  readonly onEnter: (id: string) => void;
}

/** The graph as a nested list, from each action down to what it reads: for phones, for screen readers, and to print. */
export function GraphOutline(props: GraphOutlineProps) {
  const { index, headings } = props;
  return (
    <div className="grid gap-4 p-3">
      {index.ends.map((end) => {
        const heading = end.lane === undefined ? undefined : headings[end.lane];
        return (
          <section key={end.id} aria-label={heading?.title ?? end.name} className="min-w-0">
            {heading ? (
              <p className="pb-1 text-sm">
                <span className="font-semibold">{heading.title}</span>{' '}
                <span className="text-soft">{heading.facts}</span>
              </p>
            ) : null}
            <ul className="min-w-0">
              <Item {...props} node={end} isAgain={false} again={edgesToShown(end, index)} />
            </ul>
          </section>
        );
      })}
    </div>
  );
}

interface ItemProps extends GraphOutlineProps {
  readonly node: GraphNode;
  readonly isAgain: boolean;
  readonly again: ReadonlySet<string>;
}

/** Edges to nodes that the list has shown before: those with several readers are spelled out once. */
function edgesToShown(end: GraphNode, index: GraphIndex): ReadonlySet<string> {
  const shown = new Set<string>();
  const again = new Set<string>();
  const visit = (node: string): void => {
    shown.add(node);
    for (const { id, from } of index.inputs(node)) {
      if (shown.has(from)) again.add(id);
      else visit(from);
    }
  };
  visit(end.id);
  return again;
}

function Item({ node, isAgain, ...props }: ItemProps) {
  const { index, paint } = props;
  const inputs = isAgain ? [] : index.inputs(node.id);
  const band = index.band(node.band);
  const number = numberOf(node, paint);
  return (
    <li className="min-w-0">
      <Row {...props} id={node.id}>
        <RoleGlyph glyph={node.role} />
        <span className="max-w-3/5 shrink-0 truncate font-medium">{node.name}</span>
        <span className="min-w-0 truncate text-soft">{isAgain ? 'as above' : node.detail}</span>
        <span className="ml-auto whitespace-nowrap pl-2 text-faint text-xs">
          {[band ? bandText(band).split(' · ')[0] : undefined, number].filter(Boolean).join(' · ')}
        </span>
      </Row>
      {inputs.length === 0 ? null : (
        // Chains stay at one depth; only what branches or crosses a stage goes in.
        <ul className={clsx('min-w-0', isStep(inputs) ? '' : 'ml-3 border-line border-l pl-2')}>
          {inputs.map((edge) => (
            <Input key={edge.id} edge={edge} {...props} />
          ))}
        </ul>
      )}
    </li>
  );
}

function isStep(inputs: readonly GraphEdge[]): boolean {
  return inputs.length === 1 && inputs[0]?.exchange === undefined;
}

function Input({ edge, ...props }: Omit<ItemProps, 'node' | 'isAgain'> & { readonly edge: GraphEdge }) {
  const source = props.index.node(edge.from);
  if (!source) return null;
  const item = <Item {...props} node={source} isAgain={props.again.has(edge.id)} />;
  if (!isExchange(edge)) return item;
  const { exchange } = edge;
  return (
    <li className="min-w-0">
      <Row {...props} id={edge.id}>
        <RoleGlyph glyph={edge.kind === 'broadcast' ? 'broadcast' : 'shuffle'} />
        <span className="max-w-3/5 shrink-0 truncate font-medium">
          {edge.kind} {exchangeLabel(exchange)}
          {exchange.reused ? ', reused' : ''}
        </span>
        <span className="min-w-0 truncate text-soft">{exchange.because}</span>
      </Row>
      <ul className="ml-3 min-w-0 border-line border-l pl-2">{item}</ul>
    </li>
  );
}

interface RowProps extends Pick<GraphOutlineProps, 'current' | 'linked' | 'dimmed' | 'onStop' | 'onEnter'> {
  readonly id: string;
  readonly children: ReactNode;
}

function Row({ id, current, linked, dimmed, onStop, onEnter, children }: RowProps) {
  return (
    <button
      type="button"
      data-stop={id}
      aria-current={current === id ? true : undefined}
      onClick={() => onStop(id)}
      onDoubleClick={() => onEnter(id)}
      className={clsx(
        'flex min-h-7 w-full min-w-0 items-center gap-2 rounded px-1.5 text-left text-sm -outline-offset-2 hover:bg-tint pointer-coarse:min-h-11',
        linked.has(id) && 'bg-tint outline-2 outline-accent',
        current === id && 'outline-3 outline-accent',
        dimmed.has(id) && 'opacity-60',
      )}
    >
      {children}
    </button>
  );
}
