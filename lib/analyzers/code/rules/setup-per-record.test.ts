import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { setupPerRecord } from './setup-per-record.ts';

describe('setup-per-record', () => {
  it('names a client that is made in map()', async () => {
    const found = await lintText(
      setupPerRecord,
      [
        'import boto3',
        'def fetch(key):',
        '    return boto3.client("s3").get_object(Bucket="b", Key=key)',
        'sc.parallelize(["a", "b"]).map(fetch).count()',
      ].join('\n'),
    );
    expect(found).toEqual(['4 RDD-03']);
  });

  it('finds nothing in mapPartitions(), and in Python’s own map()', async () => {
    const found = await lintText(
      setupPerRecord,
      [
        'import boto3',
        'def fetch(keys):',
        '    client = boto3.client("s3")',
        '    return (client.get_object(Bucket="b", Key=key) for key in keys)',
        'sc.parallelize(["a", "b"]).mapPartitions(fetch).count()',
        'list(map(lambda key: boto3.client(key), ["s3"]))',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
