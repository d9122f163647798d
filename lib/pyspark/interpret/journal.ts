/**
 * Writes to names, attributes and entries, so that a branch that may not be taken can be undone and put beside the other
 * one. Lists are not written down: what a branch appends stays.
 */
export interface Write {
  readonly holder: Map<string, unknown>;
  readonly key: string;
  readonly before: unknown;
  readonly had: boolean;
}

/** What a holder's key came to in a branch; `gone` when it was deleted. */
export interface Outcome {
  readonly holder: Map<string, unknown>;
  readonly key: string;
  readonly value: unknown;
  readonly gone: boolean;
}

export class Journal {
  private open: Write[][] = [];

  set<T>(holder: Map<string, T>, key: string, value: T): void {
    this.note(holder, key);
    holder.set(key, value);
  }

  delete<T>(holder: Map<string, T>, key: string): void {
    this.note(holder, key);
    holder.delete(key);
  }

  private note(holder: Map<string, unknown>, key: string): void {
    this.open.at(-1)?.push({ holder, key, before: holder.get(key), had: holder.has(key) });
  }

  /** Runs a branch and takes its writes back; what they were comes back, by holder and key. */
  attempt(branch: () => void): readonly Outcome[] {
    const writes: Write[] = [];
    this.open.push(writes);
    try {
      branch();
    } finally {
      this.open.pop();
    }
    const outcomes: Outcome[] = [];
    const seen = new Map<Map<string, unknown>, Set<string>>();
    for (const { holder, key } of writes) {
      const keys = seen.get(holder) ?? new Set();
      seen.set(holder, keys);
      if (keys.has(key)) continue;
      keys.add(key);
      outcomes.push({ holder, key, value: holder.get(key), gone: !holder.has(key) });
    }
    for (const { holder, key, before, had } of writes.toReversed()) {
      if (had) holder.set(key, before);
      else holder.delete(key);
    }
    return outcomes;
  }

  apply(outcomes: readonly Outcome[]): void {
    for (const { holder, key, value, gone } of outcomes) {
      if (gone) this.delete(holder, key);
      else this.set(holder, key, value);
    }
  }
}
