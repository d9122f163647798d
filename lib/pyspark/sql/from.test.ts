import { describe, expect, it } from 'vitest';
import { readAs } from './testing.ts';

const from = (relations: string) => readAs(`SELECT * FROM ${relations}`).replace('select * from ', '');

describe('FROM', () => {
  it('joins from left to right; behind a comma, everything before it', () => {
    expect(from('a JOIN b ON a.k = b.k LEFT JOIN c USING (k, l), d CROSS JOIN e')).toBe(
      '[[[[a Inner b on =(a.k, b.k)] LeftOuter c using k,l] Inner d] Cross e]',
    );
    expect(from('a FULL OUTER JOIN (b RIGHT JOIN c) ON x')).toBe('[a FullOuter [b RightOuter c] on x]');
    expect(from('a, b, ((c) JOIN d ON x)')).toBe('a, b, [c Inner d on x]');
    expect(from('a NATURAL LEFT JOIN b')).toBe('[a LeftOuter b natural]');
    expect(from('a LEFT SEMI JOIN b ON x ANTI JOIN c ON y')).toBe('[[a LeftSemi b on x] LeftAnti c on y]');
  });

  it('reads tables by path, by alias and as they once were', () => {
    expect(from('cat.db.t AS x (a, b)')).toBe('cat.db.t as x(a,b)');
    expect(from('parquet.`data/x/*.parquet` p')).toBe('parquet.`data/x/*.parquet` as p');
    expect(from("t FOR SYSTEM_VERSION AS OF 3, u TIMESTAMP AS OF '2024-01-01' v")).toBe('t, u as v');
    expect(from("IDENTIFIER('db.t')")).toBe('db.t');
    expect(from('__hole_0__.t')).toBe('__hole_0__.t');
  });

  it('reads queries, values and functions', () => {
    expect(from('(SELECT 1) x(a), (t JOIN u) y')).toBe(
      '{select 1} as x(a), {select * from [t Inner u]} as y',
    );
    expect(from("VALUES (1, 'x'), (2, 'y') AS t(a, b)")).toBe('{values (1, "x"), (2, "y")} as t(a,b)');
    expect(from('range(10) r, explode(array(1)) AS e(x)')).toBe('range(10) as r, explode(array(1)) as e(x)');
  });

  it('looks sideways', () => {
    expect(from('t, LATERAL (SELECT max(b) FROM u WHERE u.k = t.k) m')).toBe(
      't, lateral {select max(b) from u where =(u.k, t.k)} as m',
    );
    expect(from('t LEFT JOIN LATERAL explode(xs) AS e(x) ON true')).toBe(
      '[t LeftOuter lateral explode(xs) as e(x) on true]',
    );
    expect(from('t LATERAL VIEW OUTER posexplode(xs) e AS p, x LATERAL VIEW explode(ys) f')).toBe(
      't lateral view outer posexplode(xs) e(p,x) lateral view explode(ys) f()',
    );
  });

  it('samples by percentage, by buckets, or by rows, which is no fraction', () => {
    expect(from('t TABLESAMPLE (10 PERCENT) REPEATABLE (42) x')).toMatch(/^sample\(t/);
    expect(from('t TABLESAMPLE (BUCKET 4 OUT OF 10)')).toBe('sample(t 0.4)');
    expect(from('t TABLESAMPLE (5 ROWS)')).toBe('sample(t ?)');
  });

  it('pivots', () => {
    expect(from("t PIVOT (sum(a) AS s, avg(b) FOR x IN ('u' AS k, 'v')) p")).toBe(
      'pivot(t: sum(a) as s, avg(b) for x in ("u" as k, "v")) as p',
    );
  });

  it('unpivots with a generator, which gives the same rows', () => {
    expect(from('t UNPIVOT (v FOR q IN (a, b AS two)) u')).toBe(
      '{select * except a,b from t lateral view stack(2, "a", a, "two", b) (q,v) where not(isnull(v))} as u',
    );
    expect(from('t UNPIVOT INCLUDE NULLS ((v, w) FOR q IN ((a, b), (c, d)))')).toBe(
      '{select * except a,b,c,d from t lateral view stack(2, "a_b", a, b, "c_d", c, d) (q,v,w)}',
    );
  });
});
