import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GOLDEN_CATALOG, GOLDEN_TRUTH, goldenProgram } from '#lib/testing/golden-programs.ts';
import { predictProject } from './predict.ts';
import { nodeWasmFiles } from './syntax/node-wasm.ts';
import { loadPython } from './syntax/parser.ts';

/** Programs as they are while somebody types, pastes and deletes: nothing may throw, and what is whole is still found. */

const options = {
  language: await loadPython(nodeWasmFiles()),
  catalog: GOLDEN_CATALOG,
  settings: { spark: '4.3', cores: 4, conf: {} },
  loadSql: () => import('./sql/parse-sql.ts'),
} as const;

const PROGRAMS = Object.keys(GOLDEN_TRUTH['4.3']).map((id) => {
  const { sources, main } = goldenProgram(id);
  return sources.get(main)!.text;
});

const programs = fc.constantFrom(...PROGRAMS);

function predict(text: string) {
  return predictProject(new Map([['main.py', { text }]]), 'main.py', options);
}

async function holds(texts: fc.Arbitrary<string>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const { actions, unresolved } = await predict(text);
      const lines = text.split('\n').length;
      for (const { line } of [...actions, ...unresolved]) expect(line).toBeLessThanOrEqual(lines);
    }),
    { seed: 7, numRuns: 60 },
  );
}

describe('a prediction never throws', () => {
  it('for a program that ends anywhere', () =>
    holds(fc.tuple(programs, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1)))));

  it('for one with a piece cut out', () =>
    holds(
      fc
        .tuple(programs, fc.nat(), fc.integer({ min: 1, max: 60 }))
        .map(([text, at, n]) => text.slice(0, at % text.length) + text.slice((at % text.length) + n)),
    ));

  it('for one whose lines stand in another order', () =>
    holds(
      programs.chain((text) => {
        const lines = text.split('\n');
        return fc.shuffledSubarray(lines, { minLength: lines.length }).map((each) => each.join('\n'));
      }),
    ));

  it('for one into which a piece of another was pasted', () =>
    holds(
      fc.tuple(programs, programs, fc.nat(), fc.nat()).map(([text, other, at, from]) => {
        const where = at % text.length;
        const start = from % other.length;
        return text.slice(0, where) + other.slice(start, start + 80) + text.slice(where);
      }),
    ));

  it('for text that is no Python', () => holds(fc.string({ unit: 'binary', maxLength: 400 })));
});

describe('a program with a broken line', () => {
  it('still gives the actions of the lines around it', async () => {
    const { actions, unresolved } = await predict(`a = spark.read.parquet("data/orders")
a.count()
b = a.groupBy("status".agg(
a.groupBy("status").count().collect()
`);
    expect(actions.map(({ line, method }) => `${line} ${method}`)).toEqual(['2 count', '4 collect']);
    expect(unresolved.map(({ line }) => line)).toContain(3);
  });
});
