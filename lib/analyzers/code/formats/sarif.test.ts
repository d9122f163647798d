import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { REGISTRY } from '../registry.ts';
import { rddIsEmpty } from '../rules/rdd-is-empty.ts';
import { unboundedCollect } from '../rules/unbounded-collect.ts';
import { find } from '../testing.ts';
import type { Located } from './located.ts';
import { toSarif } from './sarif.ts';

const TEXT = 'df = spark.read.parquet("a")\ndf.collect()\ndf.rdd.isEmpty()\n';
const found = await find([unboundedCollect, rddIsEmpty], TEXT, { prelude: false });
const all = found.map((each): Located => ({ found: each, path: './jobs/daily run.py', text: TEXT }));

/** The schema is of draft 4: of what draft 7 reads in another way it only has the names of the schema itself. */
const {
  id: _id,
  $schema: _draft,
  ...SCHEMA
} = JSON.parse(readFileSync('golden/sarif/sarif-schema-2.1.0.json', 'utf8'));
const URI_REFERENCE = /^([a-z][a-z0-9+.-]*:)?([\w\-.~!$&'()*+,;=:@/?#[\]]|%[0-9a-f]{2})*$/i;
const valid = new Ajv({
  allErrors: true,
  strict: false,
  // One of its patterns is none with the flag u.
  unicodeRegExp: false,
  formats: {
    uri: (text: string) => URI_REFERENCE.test(text) && URL.canParse(text),
    'uri-reference': URI_REFERENCE,
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  },
}).compile(SCHEMA);

/** What is wrong with a log by the schema, as it is after printing and reading. */
function wrongs(log: unknown): readonly string[] {
  valid(JSON.parse(JSON.stringify(log)));
  return (valid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`).toSorted();
}

describe('toSarif', () => {
  const log = JSON.parse(JSON.stringify(toSarif(all, REGISTRY)));
  const [run] = log.runs;

  it('is valid by the schema of SARIF 2.1.0', () => {
    expect(wrongs(log)).toEqual([]);
    expect(log.version).toBe('2.1.0');
  });

  it('is so for no findings, for a notebook, and for paths with any signs', () => {
    const notebook = { ...all[0]!, path: 'a.ipynb', text: undefined };
    const odd = { ...all[1]!, path: './größe 100%/a#b?.py' };
    expect(wrongs(toSarif([], []))).toEqual([]);
    expect(wrongs(toSarif([notebook, odd], REGISTRY))).toEqual([]);
  });

  it('would not be valid with a line 0, an unknown level, a blank in an address, or a name that SARIF does not know', () => {
    const broken = structuredClone(log);
    const [result] = broken.runs[0].results;
    result.level = 'high';
    result.cell = 3;
    result.locations[0].physicalLocation.region.startLine = 0;
    result.locations[0].physicalLocation.artifactLocation.uri = 'daily run.py';
    expect(wrongs(broken)).toEqual([
      '/runs/0/results/0 must NOT have additional properties',
      '/runs/0/results/0/level must be equal to one of the allowed values',
      '/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri must match format "uri-reference"',
      '/runs/0/results/0/locations/0/physicalLocation/region/startLine must be >= 1',
    ]);
  });

  it('describes each rule once, and results point to theirs', () => {
    expect(run.tool.driver.rules).toHaveLength(REGISTRY.length);
    for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
  });

  it('has places that count lines and columns from 1 on', () => {
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
