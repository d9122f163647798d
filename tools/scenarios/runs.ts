import { exists } from '#lib/base/assert.ts';
import { SCENARIOS } from '../../scenarios/registry.ts';

/** Prints, as JSON, every run that a scenario has a log of: the program's files, its settings, and the log's name. */
const runs = SCENARIOS.flatMap(({ situations }) =>
  Object.values(situations).flatMap(({ log, program, settings }) => {
    if (log === undefined) return [];
    const { files, main } = exists(program, `the program of ${log}`);
    const { cores, conf } = exists(settings, `the settings of ${log}`);
    return [{ log, files, main, cores, conf }];
  }),
);
// A situation that changes knobs only has the log of the one that it was made of.
console.log(JSON.stringify([...new Map(runs.toReversed().map((run) => [run.log, run])).values()].reverse()));
