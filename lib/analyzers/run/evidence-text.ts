import { formatQuantity } from '#lib/base/format.ts';
import type { Evidence } from '#lib/model/insight.ts';

/** An evidence value with its unit, for people. */
export function evidenceText({ value, unit }: Pick<Evidence, 'value' | 'unit'> & Partial<Evidence>): string {
  if (value === null) return 'not in the log';
  return unit === 'text' || typeof value === 'string' ? String(value) : formatQuantity(value, unit);
}
