import { createStore } from '#components/shell/store.ts';
import type { KeyColumnCounts, KeyFile } from '#lib/simulator/distribution/key-column.ts';
import type { Refusal } from '../session/protocol.ts';
import { readKeys } from '../session/simulation.ts';

interface KeyFileState {
  readonly name: string;
  readonly reading: boolean;
  readonly file: KeyFile | undefined;
  /** Index of the column that is looked at. */
  readonly column: number;
  readonly refusal: Refusal | undefined;
}

const NOTHING: KeyFileState = { name: '', reading: false, file: undefined, column: 0, refusal: undefined };

/** The file of keys that was given last; the last one counts. */
export const keyFile = createStore<KeyFileState>(NOTHING);

let latest = 0;

export async function giveKeyFile(file: Blob, name: string): Promise<void> {
  latest += 1;
  const mine = latest;
  keyFile.set({ ...NOTHING, name, reading: true });
  const state = await read(file);
  if (mine === latest) keyFile.set({ ...NOTHING, name, ...state });
}

export function chooseColumn(column: number): void {
  keyFile.set({ ...keyFile.get(), column });
}

async function read(file: Blob): Promise<Partial<KeyFileState>> {
  try {
    const answer = await readKeys(file);
    if ('refusal' in answer) return { refusal: answer.refusal };
    return { file: answer.value, column: likelyColumn(answer.value.columns) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { refusal: { message, hint: 'Try again, or choose another file.' } };
  }
}

/** The first column whose values repeat: an id that occurs once in a row would be even by itself. */
function likelyColumn(columns: readonly KeyColumnCounts[]): number {
  const repeats = ({ distinct, rows }: KeyColumnCounts) =>
    distinct !== undefined && distinct > 1 && distinct < rows / 2;
  return Math.max(0, columns.findIndex(repeats));
}
