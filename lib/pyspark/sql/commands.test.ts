import { describe, expect, it } from 'vitest';
import { readAs } from './testing.ts';

describe('commands', () => {
  it('make views', () => {
    expect(readAs('CREATE OR REPLACE TEMP VIEW v AS SELECT 1')).toBe('replace temp view v = select 1');
    expect(readAs("CREATE GLOBAL TEMPORARY VIEW v (a COMMENT 'x', b) AS SELECT 1, 2")).toBe(
      'global temp view v(a,b) = select 1, 2',
    );
    expect(readAs("CREATE TEMP VIEW v USING parquet OPTIONS (path 'x')")).toBe('other: create temp');
  });

  it('make tables', () => {
    expect(
      readAs(
        'CREATE TABLE db.x USING parquet PARTITIONED BY (d) CLUSTERED BY (k) INTO 8 BUCKETS AS SELECT * FROM t',
      ),
    ).toBe('table db.x as parquet partitioned by d in 8 buckets by k = select * from t');
    expect(readAs('CREATE TABLE x STORED AS ORC AS WITH c AS (SELECT 1) FROM c')).toBe(
      'table x as orc = with c = {select 1} do select * from c',
    );
    expect(readAs('CREATE TABLE x (a INT)')).toBe('other: create table');
  });

  it('insert', () => {
    expect(readAs("INSERT OVERWRITE TABLE x PARTITION (d = '2024', h) SELECT a FROM t")).toBe(
      'overwrite x partition d,h = select a from t',
    );
    expect(readAs('INSERT INTO x (a, b) VALUES (1, 2)')).toBe('insert into x = values (1, 2)');
    expect(readAs('WITH c AS (SELECT 1) INSERT INTO x SELECT * FROM c')).toBe(
      'insert into x = with c = {select 1} do select * from c',
    );
    expect(readAs("INSERT OVERWRITE DIRECTORY '/x' USING parquet TABLE t")).toBe(
      'overwrite directory `/x` = select * from t',
    );
    expect(readAs('FROM t INSERT INTO x SELECT a WHERE b INSERT OVERWRITE y SELECT c')).toBe(
      'insert into x = select a from t where b ; overwrite y = select c from t',
    );
  });

  it('cache, set, use and drop', () => {
    expect(readAs('CACHE LAZY TABLE c AS SELECT * FROM t')).toBe('cache lazily c = select * from t');
    expect(readAs('CACHE TABLE db.t; UNCACHE TABLE IF EXISTS t')).toBe('cache db.t ; uncache t');
    expect(readAs('SET spark.sql.shuffle.partitions = 10')).toBe('set spark.sql.shuffle.partitions = 10');
    expect(readAs("SET TIME ZONE 'UTC'")).toBe('set spark.sql.session.timeZone = UTC');
    expect(readAs('USE db; DROP VIEW IF EXISTS a.v')).toBe('use db ; drop view a.v');
  });

  it('merge what a source and a target have in common', () => {
    expect(readAs('MERGE INTO t USING (SELECT 1 AS id) s ON t.id = s.id WHEN MATCHED THEN DELETE')).toBe(
      'merge select * from {select 1 as id} as s into t on =(t.id, s.id)',
    );
  });

  it('are told by their first words when plans do not depend on them', () => {
    expect(readAs('OPTIMIZE t ZORDER BY (a); show tables')).toBe('other: optimize t ; other: show tables');
  });
});
