import type { Fill } from '#components/charts/fill.ts';
import type { Phase } from '#lib/tables/queries/task-time-phases.ts';

/** One look for each phase, everywhere. Hatched means waiting or in vain. */
export const PHASE_FILLS: Readonly<Record<Phase, Fill>> = {
  'scheduler delay': { color: 'sink', hatched: true },
  deserialize: { color: 'sink' },
  'shuffle fetch wait': { color: 'shuffle', hatched: true },
  'garbage collection': { color: 'broadcast' },
  'shuffle write': { color: 'shuffle' },
  'other running': { color: 'narrow' },
  result: { color: 'scan' },
  'failed or killed': { color: 'ink', hatched: true },
};
