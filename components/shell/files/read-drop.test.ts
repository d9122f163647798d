import { describe, expect, it } from 'vitest';
import { UserError } from '#lib/base/assert.ts';
import { MAX_FILES, readDrop } from './read-drop.ts';

/** A tree of names: a string is a file with that content, an object a folder. */
interface Tree {
  readonly [name: string]: string | Tree;
}

/** Browsers hand out a folder's content in batches. */
const BATCH = 100;

describe('readDrop', () => {
  it('reads files and folders with their paths, however many batches they take', async () => {
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`events_${index}`, 'x']));
    const found = await readDrop(drop({ 'one.zstd': 'abc', rolling: { ...many, inner: { status: '' } } }));
    expect(found).toHaveLength(252);
    expect(found[0]?.path).toBe('one.zstd');
    expect(await found[0]?.blob.text()).toBe('abc');
    expect(found.at(-1)?.path).toBe('rolling/inner/status');
  });

  it('refuses a folder with too many files instead of opening a part of it', async () => {
    const many = Object.fromEntries(Array.from({ length: MAX_FILES + 1 }, (_, index) => [`f${index}`, '']));
    await expect(readDrop(drop({ many }))).rejects.toThrow(UserError);
    await expect(readDrop(drop({ many }))).rejects.toThrow('20,000');
  });

  it('takes the file itself where a browser gives no entry', async () => {
    const found = await readDrop(transfer([{ entry: null, file: new File(['abc'], 'plain.json') }]));
    expect(found.map(({ path }) => path)).toEqual(['plain.json']);
  });
});

function drop(tree: Tree): DataTransfer {
  return transfer(
    Object.entries(tree).map(([name, node]) => ({ entry: entryOf(`/${name}`, node), file: null })),
  );
}

function transfer(dropped: { entry: unknown; file: File | null }[]): DataTransfer {
  const items = dropped.map(({ entry, file }) => ({
    kind: 'file',
    webkitGetAsEntry: () => entry,
    getAsFile: () => file,
  }));
  return { items } as unknown as DataTransfer;
}

function entryOf(fullPath: string, node: string | Tree): unknown {
  if (typeof node === 'string') {
    const file = (resolve: (file: Blob) => void) => resolve(new Blob([node]));
    return { isFile: true, isDirectory: false, fullPath, file };
  }
  const children = Object.entries(node).map(([name, child]) => entryOf(`${fullPath}/${name}`, child));
  const createReader = () => {
    let next = 0;
    return {
      readEntries: (resolve: (batch: unknown[]) => void) => {
        resolve(children.slice(next, next + BATCH));
        next += BATCH;
      },
    };
  };
  return { isFile: false, isDirectory: true, fullPath, createReader };
}
