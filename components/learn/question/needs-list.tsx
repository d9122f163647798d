import { figureText } from '#lib/learn/scenario/figure.ts';
import { FIGURE_WORDS } from '#lib/learn/scenario/figure-words.ts';
import type { Known } from '../steps/known.ts';

export interface NeedsListProps {
  readonly needs: readonly string[];
  readonly known: Known;
}

/** What one has to know to think about a question, once more and in one place. */
export function NeedsList({ needs, known: { figures, values } }: NeedsListProps) {
  if (needs.length === 0) return null;
  return (
    <dl aria-label="What you know" className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {needs.map((name) => {
        const [figure, value] = [figures[name], values[name]];
        return (
          <div key={name} className="flex items-baseline gap-1.5">
            <dt className="text-faint">{FIGURE_WORDS[name] ?? name}</dt>
            <dd className="font-medium">
              {figure && value !== undefined ? figureText(value, figure.unit) : '…'}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
