import { describe, expect, it } from 'vitest';
import { openTestLog } from '#lib/duckdb/testing.ts';
import manifest from '../../../public/samples/manifest.json' with { type: 'json' };
import { DETECTORS } from './registry.ts';
import { runDetectors } from './run-detectors.ts';

/** What each bundled sample is there to show: the problems of its insights, the gravest first. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  'skewed-join': ['task-skew', 'spill'],
  'small-files': ['small-files-written', 'small-files-read', 'tiny-tasks'],
  'healthy-etl': [],
  'failed-import': ['job-failed', 'task-failures'],
};

describe('the bundled samples', () => {
  for (const { id, file } of manifest) {
    it(`${id} shows what its text says`, async () => {
      const { insights, failed } = await findingsOf(`public/samples/${file}`);
      expect(failed).toEqual([]);
      expect(insights.map(({ problem }) => problem)).toEqual(SHOWN[id]);
      for (const { evidence } of insights) {
        for (const { metric, value } of evidence) expect(value, metric).not.toBeNull();
      }
    });
  }

  it('are all listed here', () => {
    expect(manifest.map(({ id }) => id)).toEqual(Object.keys(SHOWN));
  });
});

async function findingsOf(path: string) {
  const { database, query } = await openTestLog(path);
  try {
    return await runDetectors(DETECTORS, query);
  } finally {
    await database.close();
  }
}
