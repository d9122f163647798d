import { describe, expect, it } from 'vitest';
import { parseSql } from './parse-sql.ts';

/** The text a problem points at, and what it says. */
const problems = (text: string) =>
  parseSql(text).problems.map(({ from, to, message }) => [text.slice(from, to), message]);

describe('broken SQL', () => {
  it('says where, in UTF-16 units', () => {
    expect(problems("SELECT '😀' AS é FROM t WHERE WHERE")[0]?.[0]).toBe('WHERE');
    expect(parseSql("SELECT '😀' AS é, FROM t").problems[0]?.from).toBe(16);
    expect(problems('SELECT a,, b FROM t')[0]?.[0]).toBe(',');
    expect(problems('SELECT a, FROM t')).toEqual([[',', 'There is a comma before FROM.']]);
  });

  it('tells open quotes, open comments and strange characters', () => {
    expect(problems("SELECT 'abc")).toEqual([["'abc", 'This quote has no end.']]);
    expect(problems('SELECT 1 /* x')).toEqual([['/* x', 'This comment has no end.']]);
    expect(problems('SELECT \u0000 1')).toEqual([['\u0000', 'Spark SQL has no such character.']]);
  });

  it('leaves the statements around it', () => {
    expect(parseSql('SELECT 1; SELECT FROM WHERE; SELECT 2').statements).toHaveLength(2);
    expect(parseSql('').statements).toEqual([]);
  });

  it.each([
    ['brackets', `SELECT ${'('.repeat(5000)}a`],
    ['casts', `SELECT ${'cast('.repeat(3000)}a`],
    ['negations', `SELECT ${'not '.repeat(3000)}a`],
    ['subqueries', `${'SELECT * FROM ('.repeat(500)}t`],
    ['columns', `SELECT ${'a, '.repeat(100_000)}b`],
    ['comments', '/*'.repeat(50_000)],
    ['hints', '/*+'.repeat(50_000)],
    ['quotes', "'\\".repeat(50_000)],
    ['cubes', `SELECT 1 FROM t GROUP BY ${'CUBE(a, b, c, d, e, f, g, h), '.repeat(9)}a`],
  ])('is given up in time: %s', (_, text) => {
    const started = performance.now();
    expect(parseSql(text).problems).not.toEqual([]);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
