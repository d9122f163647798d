import { describe, expect, it } from 'vitest';
import { UserError } from '#lib/base/assert.ts';
import { runPipeline } from '#lib/simulator/pipeline/run-pipeline.ts';
import { nodeEngines } from '../testing.ts';
import { type Engines, lookAt } from './look-at.ts';

const nothing = async () => ({ figures: {}, stages: [], insights: [], clear: [] });
const engines: Engines = { ...nodeEngines, simulate: runPipeline, measure: nothing };

describe('lookAt', () => {
  it('asks only engines that there is something for', async () => {
    const state = await lookAt({ knobs: { files: 4 } }, {}, engines);
    expect(Object.keys(state)).toEqual(['simulation', 'problems']);
  });

  it('takes knobs that are not named from the defaults of the simulator', async () => {
    const { simulation } = await lookAt({ knobs: { files: 4 } }, {}, engines);
    expect(simulation?.knobs).toMatchObject({ files: 4, shufflePartitions: 200 });
  });

  it('says why an engine refused what the learner set', async () => {
    const { simulation, problems } = await lookAt({ knobs: { shufflePartitions: 0 } }, {}, engines);
    expect(simulation).toBeUndefined();
    expect(problems).toEqual(['Shuffle partitions: must be a whole number from 1 to 10,000.']);
  });

  it('keeps what a log says although the learner’s query failed', async () => {
    const ask = async () => {
      throw new UserError('The query failed: no such column.', 'Look at the list of columns.');
    };
    const state = await lookAt({ log: 'a', sql: 'SELECT x' }, {}, { ...engines, ask });
    expect(state.measurement?.answer).toBeUndefined();
    expect(state.measurement?.insights).toEqual([]);
    expect(state.problems).toEqual(['The query failed: no such column. Look at the list of columns.']);
  });

  it('does not hide a defect of ours', async () => {
    const measure = async () => {
      throw new Error('broken');
    };
    await expect(lookAt({ log: 'a' }, {}, { ...engines, measure })).rejects.toThrow('broken');
  });
});
