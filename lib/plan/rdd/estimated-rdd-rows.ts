import type { Rdd } from './rdd.ts';

/** A guess at how many elements an RDD has, for what depends on it. */
export function estimatedRddRows(rdd: Rdd): number {
  switch (rdd.kind) {
    case 'source':
      return rdd.rows ?? 1000;
    case 'narrow':
    case 'shuffle': {
      const rows = estimatedRddRows(rdd.parent);
      return rdd.kind === 'narrow' && rdd.method === 'filter' ? rows / 2 : rows;
    }
    case 'union':
      return rdd.parents.reduce((sum, parent) => sum + estimatedRddRows(parent), 0);
    case 'cartesian':
      return estimatedRddRows(rdd.parents[0]) * estimatedRddRows(rdd.parents[1]);
    case 'plan':
      return 1000;
  }
}
