import { describe, expect, it } from 'vitest';
import { readAs } from './testing.ts';

describe('queries', () => {
  it('have their clauses in the order in which Spark applies them', () => {
    expect(
      readAs(
        'SELECT a, sum(b) AS s FROM t WHERE c > 1 GROUP BY a HAVING s > 2 ORDER BY s DESC LIMIT 3 OFFSET 1',
      ),
    ).toBe(
      '{select a, sum(b) as s from t where >(c, 1) group by a having >(s, 2)} order by s desc limit 3 offset 1',
    );
    expect(readAs('FROM t SELECT DISTINCT a WHERE b')).toBe('select distinct a from t where b');
    expect(readAs('SELECT * FROM t DISTRIBUTE BY a SORT BY b')).toBe(
      '{select * from t} distribute by a sort by b asc',
    );
    expect(readAs('SELECT a FROM t QUALIFY rank() OVER (ORDER BY b) = 1')).toBe(
      'select a from t qualify =(rank() over (order b asc), 1)',
    );
  });

  it('need no SELECT', () => {
    expect(readAs('TABLE t')).toBe('select * from t');
    expect(readAs('FROM t')).toBe('select * from t');
    expect(readAs('VALUES 1, (2)')).toBe('values (1), (2)');
    expect(readAs("VALUES (1, 'x') AS t(a, b)")).toBe('select * from {values (1, "x")} as t(a,b)');
  });

  it('select stars with and without exceptions', () => {
    expect(readAs('SELECT *, t.*, db.t.*, * EXCEPT (a, b) FROM t')).toBe(
      'select *, t.*, db.t.*, * except a,b from t',
    );
  });

  it('limit by numbers; other limits are not known', () => {
    expect(readAs('SELECT * FROM t LIMIT ALL')).toBe('select * from t');
    expect(readAs('SELECT * FROM t LIMIT :n')).toBe('{select * from t} limit ?');
    expect(readAs('SELECT * FROM t LIMIT __hole_0__ OFFSET 2')).toBe('{select * from t} limit ? offset 2');
  });

  it('name queries for later, and others inside them', () => {
    expect(readAs('WITH a AS (SELECT 1), b (y) AS (WITH c AS (SELECT 2) FROM c) SELECT * FROM a, b')).toBe(
      'with a = {select 1}, b(y) = {with c = {select 2} do select * from c} do select * from a, b',
    );
    expect(readAs('WITH RECURSIVE r AS (SELECT 1) SELECT * FROM r')).toMatch(/; ! Recursive/);
  });

  it('take the definition of a named window', () => {
    expect(readAs('SELECT sum(a) OVER w FROM t WINDOW w AS (PARTITION BY b)')).toBe(
      'select sum(a) over (by b) from t',
    );
    expect(readAs('SELECT sum(a) OVER w FROM t')).toMatch(/! There is no window w\./);
  });

  it('have hints, in one comment or several', () => {
    expect(readAs('SELECT /*+ BROADCAST(a, b), repartition(3, t.k) */ /*+ REBALANCE */ * FROM t')).toBe(
      'select * hint BROADCAST(a, b) hint REPARTITION(3, t.k) hint REBALANCE() from t',
    );
    expect(
      readAs('SELECT /*+ MERGE(a) COALESCE(2) */ * FROM (SELECT /*+ SHUFFLE_HASH(x) */ * FROM x) a'),
    ).toBe('select * hint MERGE(a) hint COALESCE(2) from {select * hint SHUFFLE_HASH(x) from x} as a');
  });
});

describe('set operations', () => {
  it('INTERSECT binds before UNION and EXCEPT', () => {
    expect(readAs('SELECT 1 UNION ALL SELECT 2 INTERSECT SELECT 3 EXCEPT SELECT 4')).toBe(
      '{{select 1 union all {select 2 intersect select 3}} except select 4}',
    );
    expect(readAs('SELECT 1 UNION (SELECT 2 MINUS SELECT 3) ORDER BY 1 LIMIT 2')).toBe(
      '{{select 1 union {select 2 except select 3}}} order by 1 asc limit 2',
    );
    expect(readAs('SELECT a FROM t UNION ALL SELECT a FROM u CLUSTER BY a LIMIT 2')).toBe(
      '{{select a from t union all select a from u}} cluster by a limit 2',
    );
  });
});

describe('GROUP BY', () => {
  const grouped = (by: string) =>
    readAs(`SELECT 1 FROM t GROUP BY ${by}`).replace('select 1 from t group by ', '');

  it('groups by columns, by all, or by a rollup or cube of columns', () => {
    expect(grouped('a, f(b)')).toBe('a, f(b)');
    expect(grouped('ALL')).toBe('all()');
    expect(grouped('ROLLUP(a, b)')).toBe('rollup(a, b)');
    expect(grouped('a, b WITH CUBE')).toBe('cube(a, b)');
  });

  it('groups by sets of columns, whatever they are written as', () => {
    expect(grouped('GROUPING SETS ((a, b), a, ())')).toBe('sets(a, b) [[0,1],[0],[]]');
    expect(grouped('a, b GROUPING SETS ((a), (b))')).toBe('sets(a, b) [[0],[1]]');
    expect(grouped('ROLLUP((a, b), c)')).toBe('sets(a, b, c) [[0,1,2],[0,1],[]]');
    expect(grouped('a, CUBE(b, c)')).toBe('sets(a, b, c) [[0,1,2],[0,1],[0,2],[0]]');
  });
});
