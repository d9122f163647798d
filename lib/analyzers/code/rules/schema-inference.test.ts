import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { schemaInference } from './schema-inference.ts';

describe('schema-inference', () => {
  it('names JSON and CSV whose types are looked for', async () => {
    const found = await lintText(
      schemaInference,
      [
        'spark.read.json("data/big.json").count()',
        'spark.read.csv("data/big.csv", header=True, inferSchema=True).count()',
      ].join('\n'),
    );
    expect(found).toEqual(['1 SRC-01', '2 SRC-01']);
  });

  it('finds nothing with a schema, or where one footer tells', async () => {
    const found = await lintText(
      schemaInference,
      [
        'spark.read.schema("a INT").json("data/big.json").count()',
        'spark.read.csv("data/big.csv", header=True).count()',
        'spark.read.parquet("data/events").count()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('leaves pandas and json alone', async () => {
    const found = await lintText(
      schemaInference,
      ['import json', 'import pandas as pd', 'json.loads("{}")', 'pd.read_json("x")'].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
