import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readForRules } from '#lib/analyzers/code/read-program.ts';
import { REGISTRY } from '#lib/analyzers/code/registry.ts';
import { runRules } from '#lib/analyzers/code/run-rules.ts';
import { readProject } from '#lib/pyspark/predict-program.ts';
import * as sql from '#lib/pyspark/sql/parse-sql.ts';
import { nodeWasmFiles } from '#lib/pyspark/syntax/node-wasm.ts';
import { loadPython } from '#lib/pyspark/syntax/parser.ts';
import { viewProgram } from '#lib/pyspark/view/program-view.ts';
import { readProgramFiles } from '../files/read-program.ts';
import { mainOf } from '../session/main-of.ts';
import { FIRST_PROGRAM } from './first-program.ts';
import { PROGRAM_SAMPLES } from './program-samples.ts';

const options = {
  language: await loadPython(nodeWasmFiles()),
  settings: { spark: '4.3', cores: 4, conf: {} },
  catalog: {},
  loadSql: async () => sql,
} as const;

async function read(files: readonly string[]): Promise<Map<string, { text: string }>> {
  const given = files.map((path) => ({
    path,
    blob: new Blob([readFileSync(`public/samples/programs/${path}`)]),
  }));
  return new Map((await readProgramFiles(given)).map(({ path, text }) => [path, { text }]));
}

describe.each(PROGRAM_SAMPLES)('the sample $id', ({ files }) => {
  it('is whole Python in which something runs or streams', async () => {
    const sources = await read(files);
    const { view } = viewProgram(
      await readProject(sources, mainOf([...sources.keys()]), options, { calls: true }),
      options,
    );
    expect(view.broken).toEqual([]);
    expect(view.lanes.length).toBeGreaterThan(0);
    expect(view.lanes.map(({ runBy }) => runBy)).not.toContain('nothing');
    expect(view.lanes.some(({ shuffles }) => shuffles > 0)).toBe(true);
  });
});

describe('the first program', () => {
  it('has each kind of exchange, so that the graph shows what there is to see', async () => {
    const read = await readProject(new Map([['first.py', { text: FIRST_PROGRAM }]]), 'first.py', options, {
      calls: true,
    });
    const kinds = viewProgram(read, options)
      .graph('physical')
      .edges.map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['narrow', 'shuffle', 'broadcast']));
  });
});

describe('the sample habits', () => {
  it('has a shuffle that a fix takes away', async () => {
    const found = runRules(await readForRules(await read(['habits.py']), 'habits.py', options), REGISTRY);
    expect(found.length).toBeGreaterThan(4);
    expect(found.find(({ rule }) => rule.name === 'count-for-emptiness')?.fix).toBeDefined();
  });
});
