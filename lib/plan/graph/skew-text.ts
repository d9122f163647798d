import { formatBytes, formatShare } from '#lib/base/format.ts';
import type { PredictedSkew } from '../prediction.ts';

/** `about 60 % of the rows of data/orders have the same customer_id, so one partition gets about 1.2 GiB`. */
export function skewText({ source, column, share, largestBytes }: PredictedSkew): string {
  const part = largestBytes === undefined ? 'at least as large a part' : `about ${formatBytes(largestBytes)}`;
  return `about ${formatShare(share)} of the rows of ${source} have the same ${column}, so one partition gets ${part}`;
}
