import { expect, it } from 'vitest';
import { datasetName } from './dataset-name.ts';

it.each([
  ['s3://lake/raw/orders', 's3://lake', 'raw/orders'],
  ['hdfs://nn:8020/data/orders', 'hdfs://nn:8020', 'data/orders'],
  ['file:///data/orders', 'file', '/data/orders'],
  ['data/orders', 'file', 'data/orders'],
  ['orders.csv', 'file', 'orders.csv'],
  ['shop.orders', 'spark', 'shop.orders'],
  ['orders', 'spark', 'orders'],
])('%s is in %s as %s', (source, namespace, name) => {
  expect(datasetName(source)).toEqual({ namespace, name });
});
