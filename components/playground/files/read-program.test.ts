import { describe, expect, it } from 'vitest';
import { readProgramFiles } from './read-program.ts';

const given = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([path, text]) => ({ path, blob: new Blob([text]) }));

describe('readProgramFiles', () => {
  it('takes Python and notebooks, by their paths from the folder that holds them all', async () => {
    const files = await readProgramFiles(
      given({
        'shop/main.py': 'a',
        'shop/lib/io.py': 'b',
        'shop/readme.md': 'c',
        'shop/.git/hook.py': 'd',
        'shop/venv/x.py': 'e',
      }),
    );
    expect(files).toEqual([
      { path: 'main.py', text: 'a' },
      { path: 'lib/io.py', text: 'b' },
    ]);
  });

  it('reads lines as the parser counts them', async () => {
    expect(await readProgramFiles(given({ 'a.py': '\uFEFFa\r\nb\rc\n' }))).toEqual([
      { path: 'a.py', text: 'a\nb\nc\n' },
    ]);
  });

  it('turns a notebook into Python and knows its cells', async () => {
    const notebook = JSON.stringify({ cells: [{ cell_type: 'code', source: ['%sql SELECT 1'] }] });
    const [file] = await readProgramFiles(given({ 'a.ipynb': notebook }));
    expect(file?.text).toContain('spark.sql("""');
    expect(file?.cells).toEqual([{ number: 1, firstLine: 1 }]);
  });

  it.each([
    [{ 'a.txt': 'x' }, /no Python file and no notebook in 1 file/],
    [{ 'a.ipynb': 'import x' }, /a\.ipynb ends in \.ipynb but is no notebook: it begins with “import x”/],
    [{ 'a.ipynb': '' }, /it is empty/],
    [{ 'a.py': 'x'.repeat(2 ** 21 + 1) }, /a\.py has 2\.00 MiB; up to 2\.00 MiB/],
    [Object.fromEntries(Array.from({ length: 301 }, (_, i) => [`${i}.py`, ''])), /301 files of Python/],
  ])('says what is wrong with what cannot be used', async (files, message) => {
    await expect(readProgramFiles(given(files as Readonly<Record<string, string>>))).rejects.toThrow(message);
  });
});
