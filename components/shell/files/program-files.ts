import type { NamedBlob } from '#lib/eventlog/discover/event-log-source.ts';
import { createStore } from '../store.ts';

/** A program that was dropped or chosen, for the Playground to take. A new `id` means new input. */
export interface GivenProgram {
  readonly id: number;
  readonly files: readonly NamedBlob[];
  readonly label: string;
}

export const givenProgram = createStore<GivenProgram | undefined>(undefined);

const PROGRAM = /\.(py|ipynb)$/i;

/** Whether files are a program rather than an event log: no log of Spark has a file of Python in it. */
export function isProgram(files: readonly Pick<NamedBlob, 'path'>[]): boolean {
  return files.some(({ path }) => PROGRAM.test(path));
}

export function giveProgram(files: readonly NamedBlob[], label: string): void {
  givenProgram.set({ id: (givenProgram.get()?.id ?? 0) + 1, files, label });
}
