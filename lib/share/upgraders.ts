/**
 * The version that is written. It grows by one whenever older readers would misunderstand what is written, and the
 * version before gets an upgrader here. Upgraders are never changed later: links live for years. See docs/formats.md.
 */
export const CURRENT_VERSION = 2;

/** Makes an envelope of the next version out of one of its own. The result is still checked like any input. */
export type Upgrader = (envelope: unknown) => unknown;

/** By the version that they read. */
export const UPGRADERS: Readonly<Record<number, Upgrader>> = {
  // Version 1 was the bare state. Nothing tells when it was written, or whether anything is hidden in it.
  1: (state) => ({ state, made: null, by: null, hidden: [], exercise: null }),
};

/** The envelope in the current version's shape. */
export function upgrade(
  envelope: unknown,
  version: number,
  upgraders: Readonly<Record<number, Upgrader>> = UPGRADERS,
): unknown {
  let upgraded = envelope;
  for (let from = version; from < CURRENT_VERSION; from++) upgraded = upgraders[from]?.(upgraded);
  return upgraded;
}
