import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { setupPerRow } from './setup-per-row.ts';

describe('setup-per-row', () => {
  it('names a model that is loaded in a UDF, and a connection in foreach()', async () => {
    const found = await lintText(
      setupPerRow,
      [
        'import joblib as jl',
        'from psycopg2 import connect',
        '@F.udf("double")',
        'def score(x):',
        '    return jl.load("model.bin").predict([[x]])[0]',
        'def store(row):',
        '    connect("host=db").cursor().execute("…")',
        'events.foreach(store)',
      ].join('\n'),
    );
    expect(found).toEqual(['3 UDF-06', '8 UDF-06']);
  });

  it('finds nothing where it is done once for a partition, or outside, or kept', async () => {
    const found = await lintText(
      setupPerRow,
      [
        'import joblib, psycopg2',
        'model = joblib.load("model.bin")',
        'loaded = None',
        'score = F.udf(lambda x: model.predict([[x]])[0], "double")',
        '@F.udf("double")',
        'def kept(x):',
        '    global loaded',
        '    if loaded is None:',
        '        loaded = joblib.load("model.bin")',
        '    return loaded.predict([[x]])[0]',
        'def store(rows):',
        '    connection = psycopg2.connect("host=db")',
        'events.foreachPartition(store)',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('goes by what is imported, not by the name of a method', async () => {
    const found = await lintText(
      setupPerRow,
      ['import shop', '@F.udf("string")', 'def f(x):', '    return shop.connect(x)'].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
