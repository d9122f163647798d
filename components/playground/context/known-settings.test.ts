import { describe, expect, it } from 'vitest';
import { KNOWN_SETTINGS, problemOf } from './known-settings.ts';

describe('problemOf', () => {
  it('takes every default of Spark that is a value', () => {
    const values = KNOWN_SETTINGS.filter(({ standard }) => /^(\d+\w*|true|false)$/.test(standard));
    expect(values.length).toBeGreaterThan(6);
    for (const { key, standard } of values) expect([key, problemOf(key, standard)]).toEqual([key, undefined]);
  });

  it.each([
    ['spark.sql.shuffle.partitions', '0', 'no whole number'],
    ['spark.sql.shuffle.partitions', '2e9', 'no whole number'],
    ['spark.sql.autoBroadcastJoinThreshold', 'ten', 'no size'],
    ['spark.sql.adaptive.enabled', 'yes', 'neither true nor false'],
  ])('%s cannot be %s', (key, text, why) => expect(problemOf(key, text)).toContain(why));

  it('leaves settings that are not known as they are, and -1 as a size', () => {
    expect(problemOf('spark.app.name', 'nightly')).toBeUndefined();
    expect(problemOf('spark.sql.autoBroadcastJoinThreshold', '-1')).toBeUndefined();
  });
});
