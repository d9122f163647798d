import { describe, expect, it } from 'vitest';
import { playgroundState } from './playground.ts';

const state = (source: object) => ({
  ...{ kind: 'playground', files: [], main: 'main.py', view: null },
  settings: { spark: '4.3', cores: 4, conf: {} },
  catalog: { 'data/orders': { format: 'parquet', columns: [], ...source } },
});

describe('a shared program', () => {
  it('keeps what was told of its sources, and has no field for what was not', () => {
    const told = { bytes: 10, skew: [{ column: 'customer_id', share: 0.6 }] };
    const decoded = (source: object) => playgroundState(state(source), { path: '', lost: [] }).catalog;
    expect(decoded(told)).toEqual({ 'data/orders': { format: 'parquet', columns: [], ...told } });
    expect(decoded({})).toEqual({ 'data/orders': { format: 'parquet', columns: [] } });
  });
});
