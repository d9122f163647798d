import type { EngineState } from '#lib/learn/engine/engine-state.ts';
import { largest, simulated } from '#lib/learn/engine/readings.ts';
import type { Random } from '#lib/learn/scenario/random.ts';
import type { Variant } from '#lib/learn/scenario/step.ts';

/** The same thought about something else. */
export function vary(random: Random): Variant {
  const hotShare = random.between(20, 70) / 100;
  const shufflePartitions = random.one([50, 100, 200, 400]);
  const what = random.one([
    'Page views are joined with sessions; robots all have the session id `unknown`',
    'Payments are joined with shops; one marketplace is a shop of its own',
    'Messages are joined with devices; a gateway sends for all that have no id',
  ]);
  const largestRows = (state: EngineState) => largest(simulated(state).skylines[0]!.exchange.rows);
  return {
    story: `${what}. That is {share} of {rows}. There are {partitions} shuffle partitions.`,
    workspace: {
      knobs: {
        ...{ dataBytes: 4 * 2 ** 30, files: 32, step: 'join', otherBytes: 2 ** 30, keyShape: 'hot' },
        ...{ keys: 50_000, hotShare, shufflePartitions, adaptive: false },
      },
    },
    shows: { tool: 'simulator', situation: 'variant', view: 'partitions' },
    figures: {
      share: { of: 'variant', unit: 'share', read: (state) => simulated(state).knobs.hotShare },
      rows: { of: 'variant', unit: 'records', read: (state) => simulated(state).source.rows },
      partitions: {
        of: 'variant',
        unit: 'count',
        read: (state) => simulated(state).knobs.shufflePartitions,
      },
      largest: { of: 'variant', unit: 'records', read: largestRows },
      even: {
        of: 'variant',
        unit: 'records',
        read: (state) => simulated(state).source.rows / simulated(state).knobs.shufflePartitions,
      },
    },
    question: {
      kind: 'slider',
      ask: 'How many rows has the largest partition?',
      needs: ['share', 'rows', 'partitions'],
      truth: 'largest',
      unit: 'records',
      ...{ min: 10_000, max: 1_000_000_000, scale: 'log', right: 1.25, close: 2 },
      beliefs: [{ answer: 'even', say: 'That is rows over partitions: so many if all keys were alike.' }],
    },
    reveal: 'The hot key alone brings {share} of {rows}; its neighbors add a little. That gives {largest}.',
  };
}
