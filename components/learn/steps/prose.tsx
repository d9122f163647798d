import { clsx } from 'clsx';
import { fillProse } from '#lib/learn/scenario/prose.ts';
import type { Known } from './known.ts';

export interface ProseProps {
  readonly text: string;
  readonly known: Known;
  readonly className?: string;
}

/** A scenario's text with its numbers; what stands between backticks is code. */
export function Prose({ text, known, className }: ProseProps) {
  return (
    <p className={clsx('wrap-anywhere max-w-prose', className)}>
      <Words text={text} known={known} />
    </p>
  );
}

/** Numbers stay together with their units. */
const BEFORE_UNIT = /(\d) (?=%|[KMGTP]i?B\b|B\b|ms\b|[smh]\b)/g;

/** The same within a line of one's own. */
export function Words({ text, known: { figures, values } }: Omit<ProseProps, 'className'>) {
  return fillProse(text, figures, values)
    .replace(BEFORE_UNIT, '$1\u00a0')
    .split('`')
    .map((part, i) =>
      i % 2 === 0 ? (
        part
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
        <code key={i} className="rounded border border-line bg-sunken px-1 font-mono text-xs">
          {part}
        </code>
      ),
    );
}
