import { describe, expect, it } from 'vitest';
import type { Evidence, EvidenceUnit } from '#lib/model/insight.ts';
import { evidenceText } from './evidence-text.ts';

const text = (value: Evidence['value'], unit: EvidenceUnit) =>
  evidenceText({ metric: 'some metric', value, unit, compared_with: null, sql: 'SELECT 1' });

describe('evidenceText', () => {
  it.each<[Evidence['value'], EvidenceUnit, string]>([
    [134_000, 'ms', '2 m 14 s'],
    [1_234_567, 'records', '1,234,567 records'],
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
