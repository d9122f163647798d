import type { EvidencePack, Fact } from './evidence-pack.ts';

/** A pack about task skew; facts are given as in `fact('longest task', 134_000, 'ms')`. */
export function packOf(facts: readonly Omit<Fact, 'id'>[], more: Partial<EvidencePack> = {}): EvidencePack {
  return {
    version: 1,
    origin: 'measured',
    subject: { kind: 'insight', problem: 'task-skew', severity: 'high', confidence: 'high' },
    facts: facts.map((each, i) => ({ id: `e${i + 1}`, ...each })),
    terms: [
      { id: 't1', kind: 'operator', name: 'SortMergeJoin' },
      { id: 't2', kind: 'setting', name: 'spark.sql.adaptive.skewJoin.enabled' },
    ],
    ...more,
  };
}

export function fact(
  label: Fact['label'],
  value: number,
  unit: Fact['unit'],
  more: Pick<Fact, 'role' | 'side'> = {},
): Omit<Fact, 'id'> {
  return { label, value, unit, ...more };
}

export const SKEW = packOf([
  fact('longest task', 134_000, 'ms'),
  fact('longest task', 2900, 'ms', { role: 'compared' }),
  fact('longest task', 200, 'tasks', { role: 'compared' }),
  fact('longest task', 134_000 / 2900, 'ratio', { role: 'derived' }),
  fact('bytes it read', 2_253_000_000, 'bytes'),
  fact('share of the run touched at most', 0.612, 'share'),
]);
