import { sizeCode, sizeOfCode } from '../aqe/map-status.ts';
import type { CaseKind } from './case-kind.ts';
import { MAX_BYTES } from './read-input.ts';

/** The size of a shuffle block as the driver sees it. */
export const mapStatusQuantise: CaseKind = {
  kind: 'map-status-quantise',
  run(input) {
    const code = sizeCode(input.field('blockBytes').integer(0, MAX_BYTES));
    return { code, decodedBytes: sizeOfCode(code) };
  },
};
