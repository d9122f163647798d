import { describe, expect, it } from 'vitest';
import type { Evidence, EvidenceUnit } from '#lib/model/insight.ts';
import { evidenceText } from './evidence-text.ts';

const text = (value: Evidence['value'], unit: EvidenceUnit) =>
  evidenceText({ metric: 'some metric', value, unit, compared_with: null, sql: 'SELECT 1' });

describe('evidenceText', () => {
  it.each<[Evidence['value'], EvidenceUnit, string]>([
    [134_000, 'ms', '2 m 14 s'],
    [3 * 2 ** 20, 'bytes', '3.00 MiB'],
    [0.612, 'share', '61 %'],
    [45.8, 'ratio', '46x'],
    [1, 'records', '1 record'],
    [1_234_567, 'records', '1,234,567 records'],
    [1, 'tasks', '1 task'],
    [200, 'tasks', '200 tasks'],
    [0, 'files', '0 files'],
    [12_345, 'count', '12,345'],
    ['SortMergeJoin [k], [k], Inner', 'text', 'SortMergeJoin [k], [k], Inner'],
    [7, 'text', '7'],
  ])('shows %j in %s as "%s"', (value, unit, shown) => {
    expect(text(value, unit)).toBe(shown);
  });

  it('says so when the log does not have the value, whatever its unit', () => {
    expect(text(null, 'ms')).toBe('not in the log');
    expect(text(null, 'text')).toBe('not in the log');
  });

  it('leaves an integer beyond 2^53, which arrives as text, as it is', () => {
    expect(text('9007199254740993', 'bytes')).toBe('9007199254740993');
  });
});
