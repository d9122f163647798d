import { expect, it } from 'vitest';
import { TextPool } from './text-pool.ts';

it('TextPool gives the text of a byte range, the same string for the same bytes', () => {
  const bytes = new TextEncoder().encode('host-1 host-2 büro host-1');
  const pool = new TextPool();
  expect(pool.text(bytes, 0, 6)).toBe('host-1');
  expect(pool.text(bytes, 7, 13)).toBe('host-2');
  expect(pool.text(bytes, 14, 19)).toBe('büro');
  expect(pool.text(bytes, 20, 26)).toBe('host-1');
  expect(pool.text(bytes, 3, 3)).toBe('');
});

it('TextPool stays right when texts collide, and when the bytes are overwritten', () => {
  const pool = new TextPool();
  const buffer = new Uint8Array(20);
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 5000; i++) {
      const { written } = new TextEncoder().encodeInto(`executor ${i}`, buffer);
      expect(pool.text(buffer, 0, written)).toBe(`executor ${i}`);
    }
  }
});
