import { describe, expect, it } from 'vitest';
import { isHost, isMailAddress, isPath } from './recognize.ts';

describe('isPath', () => {
  it.each([
    '/data/orders',
    '/home/ann/etl.py:177',
    's3a://bucket/raw/day=1',
    'hdfs://nn:8020/x',
    'file:/tmp/x',
    'jdbc:postgresql://db:5432/crm',
    'C:\\Users\\ann\\x.csv',
    '~/x',
    '../raw',
    'orders.parquet',
    'raw/2026/orders',
  ])('knows %s', (word) => expect(isPath(word)).toBe(true));

  it.each(['1/2', 'and/or', 'NativeMethodAccessorImpl.java:0', 'Exchange', '3.5.8', 'a.b.c', '10/20/30'])(
    'leaves %s',
    (word) => expect(isPath(word)).toBe(false),
  );
});

describe('isHost', () => {
  it.each(['10.0.0.7', '10.0.0.7:7337', 'ip-10-0-0-7.ec2.internal', 'worker-3:7337', 'fe80::1:2:3:4'])(
    'knows %s',
    (word) => expect(isHost(word)).toBe(true),
  );

  it.each([
    'java.lang.OutOfMemoryError',
    'NativeMethodAccessorImpl.java:0',
    'spark.sql.shuffle.partitions',
    'org.apache.spark.shuffle',
    '3.5.8',
    'e.g',
  ])('leaves %s', (word) => expect(isHost(word)).toBe(false));
});

describe('isMailAddress', () => {
  it('knows an address from a version', () => {
    expect(isMailAddress('ann.lee+x@example.org')).toBe(true);
    expect(isMailAddress('numpy@2')).toBe(false);
  });
});
