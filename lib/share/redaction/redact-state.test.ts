import { describe, expect, it } from 'vitest';
import { STATES } from '../testing.ts';
import { CATEGORY_IDS, type Category } from './categories.ts';
import { hiddenIn, redactState } from './redact-state.ts';

const known = { names: ['nightly-orders', 'ann', 'application_1795_0042'], hosts: ['worker-3'] };

/** What tells something in the states of lib/share/testing.ts, by category. */
const TELLING: Readonly<Record<Category, readonly RegExp[]>> = {
  names: [/nightly-orders/, /application_1795/, /"ann"/, /bob@example/],
  hosts: [/worker-3/],
  paths: [/home/, /acme/, /etl\.py/],
  settings: [/owner=ann/, /"spark\.app\.owner":"ann"/],
  literals: [/4711/, /Ann Lee/, /ask bob/],
};

const { analysis, insight, playground } = STATES;

describe('redactState', () => {
  it.each([analysis, insight, playground])('lets nothing telling out of a state of kind $kind', (state) => {
    const shared = JSON.stringify(redactState(state, CATEGORY_IDS, known));
    for (const pattern of Object.values(TELLING).flat()) expect(shared).not.toMatch(pattern);
  });

  it.each(CATEGORY_IDS)('shows %s alone when it is the only thing to be seen', (shown) => {
    const hidden = CATEGORY_IDS.filter((each) => each !== shown);
    const shared = [analysis, insight, playground]
      .map((state) => JSON.stringify(redactState(state, hidden, known)))
      .join('\n');
    expect(TELLING[shown].some((pattern) => pattern.test(shared))).toBe(true);
  });

  it('keeps figures, line numbers and everything else that evidence is made of', () => {
    const shared = redactState(analysis, CATEGORY_IDS, known);
    expect(shared).toMatchObject({
      stats: analysis.stats,
      insights: [
        {
          title: expect.stringMatching(/^Task skew in stage 7 \(collect at \[path \d\]:63\)$/),
          evidence: [analysis.insights[0]!.evidence[0], {}, {}],
        },
        {},
      ],
    });
  });

  it('names a source in the catalog as the program now names it', () => {
    const shared = redactState(playground, CATEGORY_IDS);
    expect(shared).toMatchObject({
      files: [{ text: expect.stringContaining('parquet("path-1")') }],
      catalog: { 'path-1': playground.catalog['s3a://acme/raw'] },
      settings: { conf: { 'spark.sql.shuffle.partitions': '400' } },
    });
  });

  it('knows a path by the catalog, also where the program holds it in a variable', () => {
    const files = [{ path: 'main.py', text: 'HERE = "lake/orders"\nspark.read.parquet(HERE)' }];
    const catalog = {
      'lake/orders': { format: 'parquet', columns: [] },
      orders: { format: 'csv', columns: [] },
    };
    const shared = redactState({ ...playground, files, catalog }, CATEGORY_IDS);
    expect(shared).toMatchObject({
      files: [{ text: 'HERE = "path-1"\nspark.read.parquet(HERE)' }],
      catalog: { 'path-1': catalog['lake/orders'], orders: catalog.orders },
    });
  });

  it('changes nothing when nothing is to be hidden', () => {
    for (const state of Object.values(STATES)) expect(redactState(state, [])).toEqual(state);
  });

  it('leaves out what keys of the simulator are called, and keeps how many rows each has', () => {
    const { simulator } = STATES;
    const shared = redactState(simulator, CATEGORY_IDS);
    expect(JSON.stringify(shared)).not.toContain('Ann Lee');
    expect(shared).toMatchObject({ knobs: simulator.knobs, keyNames: null });
  });

  it('claims to hide only what a state can hold', () => {
    expect(hiddenIn(STATES.simulator, CATEGORY_IDS)).toEqual(['literals']);
    expect(hiddenIn({ ...STATES.simulator, keyNames: null }, CATEGORY_IDS)).toEqual([]);
    expect(hiddenIn(STATES.scenario, CATEGORY_IDS)).toEqual([]);
    expect(hiddenIn(STATES.analysis, ['paths'])).toEqual(['paths']);
  });
});
