import { isOwn, type OwnKeys } from './knobs-in-address.ts';

const PLACE = 'shufflescope:simulator-keys';

/** Keys of one's own outlive a reload in this tab, and nothing else. Where storage is refused they are lost. */
export function keepOwnKeys(keys: OwnKeys): void {
  if (!isOwn(keys)) return;
  try {
    sessionStorage.setItem(PLACE, JSON.stringify({ weights: keys.weights, keyNames: keys.keyNames }));
  } catch {
    // Full or refused: a reload will ask for them again.
  }
}

export function keptOwnKeys(): OwnKeys | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(PLACE) ?? 'null');
    return isOwnKeys(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function isOwnKeys(value: unknown): value is OwnKeys {
  if (typeof value !== 'object' || value === null || !('weights' in value) || !('keyNames' in value))
    return false;
  const { weights, keyNames } = value;
  return (
    Array.isArray(weights) &&
    Array.isArray(keyNames) &&
    weights.every((weight) => typeof weight === 'number') &&
    keyNames.every((name) => typeof name === 'string')
  );
}
