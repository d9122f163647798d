import { describe, expect, it } from 'vitest';
import { REGISTRY } from '../registry.ts';
import { rddIsEmpty } from '../rules/rdd-is-empty.ts';
import { unboundedCollect } from '../rules/unbounded-collect.ts';
import { find } from '../testing.ts';
import { toJson } from './json.ts';
import type { Located } from './located.ts';
import { toSarif } from './sarif.ts';
import { toText } from './text.ts';

const TEXT = 'df = spark.read.parquet("a")\ndf.collect()\ndf.rdd.isEmpty()\n';
const found = await find([unboundedCollect, rddIsEmpty], TEXT, { prelude: false });
const all = found.map((each): Located => ({ found: each, path: './jobs/daily run.py', text: TEXT }));

describe('toText', () => {
  it('prints a finding a line', () => {
    expect(toText(all).split('\n')).toEqual([
      expect.stringMatching(
        /^\.\/jobs\/daily run\.py:2:4 {2}DRV-01 unbounded-collect {2}medium {2}collect\(\) brings /,
      ),
      expect.stringMatching(
        /^\.\/jobs\/daily run\.py:3:8 {2}DRV-07 rdd-is-empty {2}low {2}isEmpty\(\) is asked /,
      ),
      '',
    ]);
  });

  it('names the cell of a notebook', () => {
    const inCell = { ...all[0]!, path: 'a.ipynb', text: undefined, cell: { cell: 3, line: 1 } };
    expect(toText([inCell])).toMatch(/^a\.ipynb:cell 3:1:4 {2}DRV-01/);
  });
});

describe('toJson', () => {
  it('has the public fields, and a fix where there is one', () => {
    expect(JSON.parse(JSON.stringify(toJson(all))).findings[1]).toMatchObject({
      rule: 'DRV-07',
      name: 'rdd-is-empty',
      severity: 'low',
      confidence: 'high',
      file: './jobs/daily run.py',
      line: 3,
      column: 8,
      fix: { title: 'Ask the DataFrame', edits: [{ text: '' }] },
      docs: '/reference/rules/rdd-is-empty',
    });
  });
});

/** The objects of SARIF 2.1.0 that are used, with their properties and those that they must have (its JSON schema). */
const OBJECTS: Readonly<
  Record<string, { readonly has: Readonly<Record<string, string>>; readonly must: readonly string[] }>
> = {
  log: { has: { $schema: 'string', version: 'string', runs: 'run[]' }, must: ['version', 'runs'] },
  run: { has: { tool: 'tool', columnKind: 'string', results: 'result[]' }, must: ['tool'] },
  tool: { has: { driver: 'component' }, must: ['driver'] },
  component: { has: { name: 'string', rules: 'descriptor[]' }, must: ['name'] },
  descriptor: {
    has: {
      id: 'string',
      name: 'string',
      shortDescription: 'message',
      fullDescription: 'message',
      help: 'message',
      defaultConfiguration: 'configuration',
      properties: 'bag',
    },
    must: ['id'],
  },
  message: { has: { text: 'string', markdown: 'string' }, must: ['text'] },
  configuration: { has: { level: 'string' }, must: [] },
  result: {
    has: {
      ruleId: 'string',
      ruleIndex: 'number',
      level: 'string',
      message: 'message',
      locations: 'location[]',
      fixes: 'fix[]',
      properties: 'bag',
    },
    must: ['message'],
  },
  location: { has: { physicalLocation: 'physical' }, must: [] },
  physical: { has: { artifactLocation: 'artifact', region: 'region' }, must: ['artifactLocation'] },
  artifact: { has: { uri: 'string' }, must: [] },
  region: {
    has: { startLine: 'number', startColumn: 'number', endLine: 'number', endColumn: 'number' },
    must: [],
  },
  fix: { has: { description: 'message', artifactChanges: 'change[]' }, must: ['artifactChanges'] },
  change: {
    has: { artifactLocation: 'artifact', replacements: 'replacement[]' },
    must: ['artifactLocation', 'replacements'],
  },
  replacement: { has: { deletedRegion: 'region', insertedContent: 'content' }, must: ['deletedRegion'] },
  content: { has: { text: 'string' }, must: [] },
};

/** What is wrong with a value by that table, with the way to it. */
function wrongs(value: unknown, type: string, path: string): readonly string[] {
  if (type === 'bag') return typeof value === 'object' ? [] : [`${path}: no object`];
  if (type.endsWith('[]')) {
    if (!Array.isArray(value)) return [`${path}: no list`];
    return value.flatMap((each, index) => wrongs(each, type.slice(0, -2), `${path}[${index}]`));
  }
  const shape = OBJECTS[type];
  if (!shape) return typeof value === type ? [] : [`${path}: no ${type}`];
  if (typeof value !== 'object' || value === null) return [`${path}: no object`];
  const missing = shape.must.filter((name) => !(name in value)).map((name) => `${path}: no ${name}`);
  const parts = Object.entries(value).flatMap(([name, part]) => {
    const wanted = shape.has[name];
    return wanted === undefined ? [`${path}: unknown ${name}`] : wrongs(part, wanted, `${path}.${name}`);
  });
  return [...missing, ...parts];
}

describe('toSarif', () => {
  const log = JSON.parse(JSON.stringify(toSarif(all, REGISTRY)));
  const [run] = log.runs;

  it('is made of the objects of SARIF 2.1.0', () => {
    expect(wrongs(log, 'log', 'log')).toEqual([]);
    expect(log.version).toBe('2.1.0');
  });

  it('is so for no findings, and for a notebook', () => {
    const notebook = { ...all[0]!, path: 'a.ipynb', text: undefined };
    expect(wrongs(JSON.parse(JSON.stringify(toSarif([], []))), 'log', 'log')).toEqual([]);
    expect(wrongs(JSON.parse(JSON.stringify(toSarif([notebook], REGISTRY))), 'log', 'log')).toEqual([]);
  });

  it('describes each rule once, and results point to theirs', () => {
    expect(run.tool.driver.rules).toHaveLength(REGISTRY.length);
    for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
  });

  it('has levels that SARIF knows, and places from 1 on', () => {
    for (const { level, locations } of run.results) {
      expect(['error', 'warning', 'note', 'none']).toContain(level);
      const { region } = locations[0].physicalLocation;
      expect(Math.min(region.startLine, region.startColumn)).toBeGreaterThanOrEqual(1);
      expect(region.endLine * 1000 + region.endColumn).toBeGreaterThan(
        region.startLine * 1000 + region.startColumn,
      );
    }
    expect(run.results[0].locations[0].physicalLocation.region).toEqual({
      startLine: 2,
      startColumn: 4,
      endLine: 2,
      endColumn: 11,
    });
  });

  it('has relative addresses in which blanks are escaped', () => {
    expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('jobs/daily%20run.py');
  });

  it('offers fixes as replacements', () => {
    const [change] = run.results[1].fixes[0].artifactChanges;
    expect(change.replacements).toEqual([
      {
        deletedRegion: { startLine: 3, startColumn: 3, endLine: 3, endColumn: 7 },
        insertedContent: { text: '' },
      },
    ]);
    expect(run.results[0].fixes).toBeUndefined();
  });
});
