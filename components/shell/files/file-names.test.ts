import { describe, expect, it } from 'vitest';
import { labelOf, totalBytes } from './file-names.ts';

const files = (...paths: string[]) => paths.map((path) => ({ path, blob: new Blob(['12345']) }));

describe('labelOf', () => {
  it('is the file, the folder, or the first of several', () => {
    expect(labelOf(files('app-1.zstd'))).toBe('app-1.zstd');
    expect(labelOf(files('eventlog_v2_app-1/events_1', 'eventlog_v2_app-1/events_2'))).toBe(
      'eventlog_v2_app-1',
    );
    expect(labelOf(files('a.zstd', 'b.zstd', 'logs/c'))).toBe('a.zstd and 2 more');
  });
});

it('totalBytes adds up all files', () => {
  expect(totalBytes(files('a', 'b', 'c'))).toBe(15);
});
