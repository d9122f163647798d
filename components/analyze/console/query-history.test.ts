import { afterEach, describe, expect, it } from 'vitest';
import { forgetQueries, queryHistory, rememberQuery } from './query-history.ts';

afterEach(forgetQueries);

describe('query history', () => {
  it('has each query once, the latest first', () => {
    for (const sql of ['SELECT 1', 'SELECT 2', ' SELECT 1 ']) rememberQuery(sql);
    expect(queryHistory.get()).toEqual(['SELECT 1', 'SELECT 2']);
  });

  it('keeps fifty, and nothing huge or empty', () => {
    for (let i = 0; i < 60; i++) rememberQuery(`SELECT ${i}`);
    rememberQuery('x'.repeat(5000));
    rememberQuery('  ');
    expect(queryHistory.get()).toHaveLength(50);
    expect(queryHistory.get()[0]).toBe('SELECT 59');
  });
});
