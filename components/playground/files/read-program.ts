import { UserError } from '#lib/base/assert.ts';
import { formatBytes, plural } from '#lib/base/format.ts';
import { readSource } from '#lib/pyspark/notebook/read-source.ts';
import type { ProgramFile } from '../session/playground-state.ts';

interface Given {
  readonly path: string;
  readonly blob: Blob;
}

/** Longer than any program that somebody wrote, and no more than a tab can look at while typing. */
const MOST_BYTES = 2 * 2 ** 20;
const MOST_FILES = 300;

/** Folders of a project that hold other people's code. */
const NOT_OURS = /(^|\/)(\.[^/]+|node_modules|venv|site-packages|__pycache__)\//;

/**
 * The Python files and notebooks among what was opened, as Python text by their paths. Fails with what was recognized where
 * there is none that can be used.
 */
export async function readProgramFiles(given: readonly Given[]): Promise<readonly ProgramFile[]> {
  const programs = given.filter(({ path }) => /\.(py|ipynb)$/i.test(path) && !NOT_OURS.test(path));
  if (programs.length === 0) {
    throw new UserError(
      `There is no Python file and no notebook in ${plural(given.length, 'file')}.`,
      'A .py file, an .ipynb notebook or a folder with some would work.',
    );
  }
  if (programs.length > MOST_FILES) {
    throw new UserError(
      `These are ${plural(programs.length, 'file')} of Python, more than the ${MOST_FILES} that are read at once.`,
      'Open the folder of one program.',
    );
  }
  const root = commonFolder(programs.map(({ path }) => path));
  return Promise.all(programs.map(async ({ path, blob }) => readOne(path.slice(root.length), blob)));
}

async function readOne(path: string, blob: Blob): Promise<ProgramFile> {
  if (blob.size > MOST_BYTES) {
    throw new UserError(
      `${path} has ${formatBytes(blob.size)}; up to ${formatBytes(MOST_BYTES)} are read.`,
      'Outputs make notebooks large: clear them and save, then open it again.',
    );
  }
  // Editors count lines as the parser does only where they end alike.
  const text = (await blob.text()).replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const source = readSource(path, text);
  if (!source) {
    throw new UserError(
      `${path} ends in .ipynb but is no notebook: ${startOf(text)}`,
      'A notebook is JSON with a list of cells, as Jupyter saves it.',
    );
  }
  return { path, text: source.text, ...(source.cells ? { cells: source.cells } : {}) };
}

function startOf(text: string): string {
  const start = text.trim().slice(0, 40);
  return start === '' ? 'it is empty.' : `it begins with “${start}”.`;
}

/** `shop/` of shop/main.py and shop/lib/io.py: paths are shown and imported from there. */
function commonFolder(paths: readonly string[]): string {
  const [first = '', ...others] = paths;
  const folders = first.split('/').slice(0, -1);
  while (folders.length > 0 && !others.every((path) => path.startsWith(`${folders.join('/')}/`)))
    folders.pop();
  return folders.length === 0 ? '' : `${folders.join('/')}/`;
}
