import { describe, expect, it } from 'vitest';
import { CATEGORY_IDS } from './categories.ts';
import { createRedactor } from './redactor.ts';

const known = { names: ['nightly-orders', 'ann'], hosts: ['worker3'] };
const hideAll = (text: string) => createRedactor(CATEGORY_IDS, known).text(text);

describe('createRedactor', () => {
  it.each([
    [
      'Task skew in stage 0 (collect at /home/ann/etl.py:63)',
      'Task skew in stage 0 (collect at [path 1]:63)',
    ],
    ['run nightly-orders by ann on worker3', 'run [name 2] by [name 3] on [host 1]'],
    ['lost 10.0.0.7:7337 and ip-10-0-0-8.ec2.internal.', 'lost [host 1] and [host 2].'],
    ['mail ann.lee@example.org', 'mail [name 1]'],
    ['spark.sql.shuffle.partitions=7', 'spark.sql.shuffle.partitions=[value 1]'],
    ['java.io.IOException: customer 4711 is blocked\n at x', 'java.io.IOException: [literal 1]'],
    [
      'Filter (status#3 = SHIPPED) AND (a#1 > 1000)',
      'Filter (status#3 = [literal 1]) AND (a#1 > [literal 2])',
    ],
    ['Filter status#3 IN (SHIPPED,OPEN)', 'Filter status#3 IN ([literal 1])'],
    ["Scan of 'EU secret' rows", 'Scan of [literal 1] rows'],
  ])('hides what is telling in %s', (text, hidden) => {
    // Names are numbered in the order in which they are met, so only the shape is compared.
    const shapeOf = (each: string) => each.replace(/\[(\w+) \d+\]/g, '[$1]');
    expect(shapeOf(hideAll(text))).toBe(shapeOf(hidden));
  });

  it.each([
    'Garbage collection takes much of the task time in stage 0 (count at NativeMethodAccessorImpl.java:0)',
    'SortMergeJoin [product_id#228], [product_id#240], Inner',
    'median 9 s of 200 tasks, annotated',
    'Exchange hashpartitioning(key#1, 200)',
    '10.0 MiB, the default broadcast threshold',
  ])('leaves what tells nothing: %s', (text) => {
    expect(hideAll(text)).toBe(text);
  });

  it('gives the same value the same stand-in, and another one another', () => {
    const { text } = createRedactor(['paths']);
    expect(text('/a/b and /c/d and /a/b')).toBe('[path 1] and [path 2] and [path 1]');
    expect(text('/c/d')).toBe('[path 2]');
  });

  it('changes nothing that may be seen', () => {
    const text = 'collect at /home/ann/etl.py:63, spark.x=1, ann@example.org on 10.0.0.7';
    expect(createRedactor([], known).text(text)).toBe(text);
    expect(createRedactor(['hosts'], known).text(text)).toBe(text.replace('10.0.0.7', '[host 1]'));
  });
});
