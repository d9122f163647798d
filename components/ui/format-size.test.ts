import { expect, it } from 'vitest';
import { formatSize } from './format-size.ts';

it.each([
  [0, '0 bytes'],
  [1023, '1,023 bytes'],
  [1024, '1.00 KiB'],
  [43_896, '42.9 KiB'],
  [210 * 2 ** 20, '210 MiB'],
  [2.4 * 2 ** 30, '2.40 GiB'],
  [5000 * 2 ** 40, '5,000 TiB'],
])('%d bytes read as %s', (bytes, text) => {
  expect(formatSize(bytes)).toBe(text);
});
