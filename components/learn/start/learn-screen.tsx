import { outlineOf } from '#lib/learn/scenario/outline.ts';
import { SCENARIOS } from '#scenarios/registry.ts';
import { LearnStart } from './learn-start.tsx';

/** The start page of Learn. The server hands on outlines only: no scenario is loaded before it is opened. */
export function LearnScreen() {
  return (
    <div className="mx-auto grid max-w-6xl gap-6 px-4 py-8 sm:px-6">
      <div className="grid gap-1">
        <h1 className="font-semibold text-2xl tracking-tight">Learn</h1>
        <p className="max-w-prose text-lg text-soft">
          Situations from real work with Spark. Say what you expect, then look: what is true comes from the
          engines and from logs of real runs.
        </p>
      </div>
      <LearnStart outlines={SCENARIOS.map(outlineOf)} />
    </div>
  );
}
