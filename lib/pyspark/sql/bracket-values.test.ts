import { describe, expect, it } from 'vitest';
import { bracketValues } from './bracket-values.ts';
import { tokenize } from './tokens.ts';

function bracketed(sql: string): string {
  return bracketValues(tokenize(sql))
    .map(({ text }) => text)
    .join(' ');
}

describe('bracketValues', () => {
  it('gives each row of one column its brackets', () => {
    expect(bracketed('select * from values 1, 2 as t(a)')).toBe(
      'select * from values ( 1 ) , ( 2 ) as t ( a )',
    );
    expect(bracketed("values 'a', upper('b')")).toBe("values ( 'a' ) , ( upper ( 'b' ) )");
    expect(bracketed('select * from (values 1, 2) where x')).toBe(
      'select * from ( values ( 1 ) , ( 2 ) ) where x',
    );
  });

  it('leaves rows that have them, and a column of that name, as they are', () => {
    for (const sql of ['values ( 1 , 2 ) , ( 3 , 4 )', 'select values from t'])
      expect(bracketed(sql)).toBe(sql);
  });
});
