import { unreachable } from '#lib/base/assert.ts';
import { formatBytes, formatCount, formatMs, formatRatio, formatShare, plural } from '#lib/base/format.ts';
import type { Evidence } from '#lib/model/insight.ts';

/** An evidence value with its unit, for people. */
export function evidenceText({ value, unit }: Evidence): string {
  if (value === null) return 'not in the log';
  if (unit === 'text' || typeof value === 'string') return String(value);
  switch (unit) {
    case 'ms':
      return formatMs(value);
    case 'bytes':
      return formatBytes(value);
    case 'share':
      return formatShare(value);
    case 'ratio':
      return formatRatio(value);
    case 'records':
      return plural(value, 'record');
    case 'tasks':
      return plural(value, 'task');
    case 'files':
      return plural(value, 'file');
    case 'count':
      return formatCount(value);
    default:
      return unreachable(unit);
  }
}
