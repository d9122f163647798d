import { describe, expect, it } from 'vitest';
import { parseColumnList, parseExpression } from './parse-sql.ts';
import { readColumnAs as read } from './testing.ts';

describe('operators', () => {
  it('bind as in Spark: products, sums and ||, shifts, &, ^, |, comparisons, NOT, AND, OR', () => {
    expect(read('a + b * c || d')).toBe('concat(+(a, *(b, c)), d)');
    expect(read('a | b ^ c & d << 1 + e')).toBe('|(a, ^(b, &(c, <<(d, +(1, e)))))');
    expect(read('not a = b and c or d')).toBe('or(and(not(=(a, b)), c), d)');
    expect(read('a - b - c')).toBe('-(-(a, b), c)');
    expect(read('a div b % c')).toBe('%(div(a, b), c)');
  });

  it('are told by one sign each', () => {
    expect(read('a == b')).toBe('=(a, b)');
    expect(read('a <> b')).toBe('not(=(a, b))');
    expect(read('!a and b <=> c')).toBe('and(not(a), <=>(b, c))');
    expect(read('a is not distinct from b')).toBe('<=>(a, b)');
    expect(read('a is not true')).toBe('not(<=>(a, true))');
    expect(read('a is not null or b is unknown')).toBe('or(isnotnull(a), isnull(b))');
  });

  it('BETWEEN is two comparisons, IN a list or a subquery', () => {
    expect(read('a between 1 and 2 and b')).toBe('and(and(>=(a, 1), <=(a, 2)), b)');
    expect(read('a not in (1, 2)')).toBe('not(in(a, 1, 2))');
    expect(read('(a, b) in (select x, y from c)')).toBe('(a, b) in {select x, y from c}');
    expect(read('not exists (select 1)')).toBe('not(exists {select 1})');
  });

  it('LIKE and its kin keep a NOT in front, behind and over several patterns', () => {
    expect(read("not a like 'x%' or b")).toBe('or(not(like(a, "x%")), b)');
    expect(read("a not like 'x' escape '/'")).toBe('not(like(a, "x", "/"))');
    expect(read("a not like any ('x', 'y')")).toBe('or(not(like(a, "x")), not(like(a, "y")))');
    expect(read("a regexp 'x' and b ilike 'y'")).toBe('and(rlike(a, "x"), ilike(b, "y"))');
  });

  it('read chains of thousands of conditions', () => {
    const conditions = Array.from({ length: 2000 }, (_, index) => `a = ${index}`).join(' or ');
    expect(read(conditions)).toMatch(/^or\(or\(/);
  });
});

describe('functions', () => {
  it('keep the name they are called by', () => {
    expect(read('NVL(lcase(a), instr(b, 1))')).toBe('nvl(lcase(a), instr(b, 1))');
    expect(read('mean(a) + pow(b, 2)')).toBe('+(mean(a), pow(b, 2))');
    expect(read('if(a, left(b, 1), any(c))')).toBe('if(a, left(b, 1), any(c))');
    expect(read('db.f(a)')).toBe('db.f(a)');
  });

  it('count(*) counts a constant', () => {
    expect(read('count(*)')).toBe('count(1)');
    expect(read('count(distinct a, b) filter (where c)')).toBe('count(distinct a, b) filter c');
    expect(read('count(all a)')).toBe('count(a)');
  });

  it('special forms are plain functions', () => {
    expect(read('extract(year from a)')).toBe('extract("year", a)');
    expect(read("position('x' in a)")).toBe('locate("x", a, 1)');
    expect(read('substring(a from 2 for 3)')).toBe('substring(a, 2, 3)');
    expect(read("trim(leading 'x' from a)")).toBe('ltrim(a, "x")');
    expect(read("overlay(a placing 'x' from 2)")).toBe('overlay(a, "x", 2, -1)');
    expect(read('datediff(day, a, b)')).toBe('timestampdiff("DAY", a, b)');
    expect(read('percentile_cont(0.5) within group (order by a)')).toBe(
      'percentile_cont(a, 0.5:decimal(1,1))',
    );
  });

  it('lambdas name their parameters', () => {
    expect(read('aggregate(xs, 0, (acc, x) -> acc + x.f * y)')).toBe(
      'aggregate(xs, 0, acc,x -> +($acc, *(.field($x, "f"), y)))',
    );
  });

  it('windows have partitions, order and a frame', () => {
    expect(read('lag(a, 1) ignore nulls over (partition by b order by c desc nulls last)')).toBe(
      'lag(a, 1) ignore nulls over (by b order c desc nulls last)',
    );
    expect(read('sum(a) over (order by b rows 3 preceding)')).toBe(
      'sum(a) over (order b asc ROWS BETWEEN 3 PRECEDING AND CURRENT ROW)',
    );
    expect(
      read('sum(a) over (order by b range between interval 7 days preceding and unbounded following)'),
    ).toBe("sum(a) over (order b asc RANGE BETWEEN INTERVAL '7' DAY PRECEDING AND UNBOUNDED FOLLOWING)");
  });
});

describe('columns', () => {
  it('CASE asks for equality when it has an operand', () => {
    expect(read("case a when 1 then 'x' else 'y' end")).toBe('case(=(a, 1), "x", "y")');
    expect(read('case when a then b when c then d end')).toBe('case(a, b, c, d)');
  });

  it('casts name a type of any depth', () => {
    expect(read('a :: int * 2')).toBe('*(cast(a: int), 2)');
    expect(read('-a::decimal(10,2)')).toBe('negative(cast(a: decimal(10,2)))');
    expect(read('try_cast(a as map<string, array<struct<x: int, y: string not null>>>)')).toBe(
      'try cast(a: map<string,array<struct<x:int,y:string>>>)',
    );
  });

  it('fields, elements and paths', () => {
    expect(read("t.s.f, m['k'].x".split(',')[0] as string)).toBe('t.s.f');
    expect(read("m['k'].x")).toBe('.field([](m, "k"), "x")');
    expect(read('`a.b`.c')).toBe('`a.b`.c');
    expect(read('raw:a.b[0]')).toBe('semi_structured_extract(raw, "a.b[0]")');
  });

  it('names may be words that mean something elsewhere', () => {
    expect(read('date + end - `select`.user')).toBe('-(+(date, end), select.user)');
    expect(read('2024_sales')).toBe('2024_sales');
    expect(read('t.__hole_1__')).toBe('t.__hole_1__');
  });

  it('parameters are not known', () => {
    expect(read('a = :p and b = ?')).toBe('and(=(a, <parameter :p>), =(b, <parameter ?>))');
  });

  it('come alone or with commas between them', () => {
    expect(parseColumnList('a, b + 1 as c, *')).toHaveLength(3);
    expect(parseExpression('explode(m) as (k, v)')).toMatchObject({ kind: 'named', names: ['k', 'v'] });
    expect(parseExpression('a, b')).toMatchObject({ message: 'This is not one column.' });
    expect(parseExpression('a from t')).toMatchObject({ message: 'This is a query, not a column.' });
    expect(parseExpression('')).toMatchObject({ message: 'There is no column here.' });
  });
});
