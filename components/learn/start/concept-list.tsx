import { clsx } from 'clsx';
import { Panel } from '#components/ui/panel.tsx';
import { CONCEPTS } from '#lib/explain/terms.ts';
import { CONCEPT_WORDS } from '#lib/explain/words.ts';
import { LEVELS, type Level } from '#lib/learn/progress/concept-level.ts';
import type { LearnProgress } from '#lib/learn/progress/learn-progress.ts';
import { conceptStanding } from '#lib/learn/progress/next-level.ts';
import { conceptName } from '#lib/learn/scenario/concept-name.ts';
import type { Outline } from '#lib/learn/scenario/outline.ts';

export interface ConceptListProps {
  readonly outlines: readonly Outline[];
  readonly progress: LearnProgress;
}

/** What the scenarios are about, and what was shown to be known of each. */
export function ConceptList({ outlines, progress }: ConceptListProps) {
  const taught = CONCEPTS.filter((concept) => outlines.some(({ concepts }) => concepts.includes(concept)));
  return (
    <Panel title="Concepts">
      <ul className="-my-4 divide-y divide-line">
        {taught.map((concept) => {
          const { level, next } = conceptStanding(concept, outlines, progress);
          return (
            <li key={concept} className="grid gap-0.5 py-2.5 text-sm">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                <h3 className="font-medium">{conceptName(concept)}</h3>
                <LevelMark level={level} />
              </div>
              <p className="text-soft">{CONCEPT_WORDS[concept]}</p>
              {level !== 'new' && next ? <p className="text-soft text-xs">{next}</p> : null}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

/** One dot for each level above new; the word says the same. */
function LevelMark({ level }: { readonly level: Level }) {
  const reached = LEVELS.indexOf(level);
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden className="inline-flex gap-1">
        {LEVELS.slice(1).map((each, at) => (
          <span
            key={each}
            className={clsx('size-2 rounded-full border border-edge', at < reached && 'bg-edge')}
          />
        ))}
      </span>
      <span className={level === 'new' ? 'text-faint' : 'font-medium'}>{level}</span>
    </span>
  );
}
