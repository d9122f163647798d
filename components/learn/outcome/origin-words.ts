import type { Origin } from '#lib/learn/scenario/origin.ts';

/** Whose word the truth is. */
export const ORIGIN_WORDS: Readonly<Record<Origin, string>> = {
  predicted: 'Predicted',
  simulated: 'Simulated',
  measured: 'Measured',
};

/** The stroke of each origin, as everywhere in the app. */
export const ORIGIN_DASHES: Readonly<Record<Origin, string | undefined>> = {
  predicted: '6 3',
  simulated: '1.5 3',
  measured: undefined,
};
