import { describe, expect, it } from 'vitest';
import { nodeWasmFiles } from '#lib/pyspark/syntax/node-wasm.ts';
import { loadPython } from '#lib/pyspark/syntax/parser.ts';
import { CaseInput } from '#lib/simulator/cases/read-input.ts';
import { caseMisses } from '#lib/testing/golden-cases.ts';
import { exchangeElision } from './exchange-elision.ts';
import { jobStageCount } from './job-stage-count.ts';

const language = await loadPython(nodeWasmFiles());

/** In which order 4.3 takes several DISTINCT columns hangs on the hashes of column ids, which count up in a session. */
const KNOWN_MISSES: Readonly<Record<string, readonly string[]>> = {
  'exchange-elision': ['44 4.3.0'],
};

describe('queries run as in real Spark:', () => {
  it.each([exchangeElision(language), jobStageCount(language)])('$kind', (kind) => {
    expect(caseMisses(kind)).toEqual(KNOWN_MISSES[kind.kind] ?? []);
  });
});

describe('a query that nobody can run', () => {
  const session = { shufflePartitions: 10, adaptiveEnabled: true, autoBroadcastJoinThresholdBytes: -1 };
  const run = (input: object) => () =>
    jobStageCount(language).run(new CaseInput({ ...session, ...input }), '4.3');

  it('is refused with what could not be read', () => {
    expect(run({ query: 'nothing().count()' })).toThrow(/cannot be read|gives no/);
    expect(run({ query: '((' })).toThrow(/cannot be read|gives no/);
  });

  it('is refused where a table has no name', () => {
    expect(run({ query: 'a().count()', tables: { 'a b': { columns: ['k'], partitions: 2 } } })).toThrow(
      'named by letters and digits',
    );
    expect(run({ query: 'a().count()', tables: { a: { columns: ['k'], partitions: 1e15 } } })).toThrow(
      'a whole number from 1 to 1,000,000',
    );
  });
});
