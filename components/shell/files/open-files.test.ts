import { expect, it } from 'vitest';
import { openFiles, setOpenFiles } from './open-files.ts';

it('the same file opened again is new input', () => {
  const files = [{ path: 'a.zstd', blob: new Blob(['x']) }];
  const first = setOpenFiles(files, 'drop');
  const second = setOpenFiles(files, 'browse', 'my run');
  expect(first.label).toBe('a.zstd');
  expect(second.label).toBe('my run');
  expect(second.id).not.toBe(first.id);
  expect(openFiles.get()).toBe(second);
});
