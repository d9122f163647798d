import { describe, expect, it } from 'vitest';
import { typeName } from './data-type.ts';
import { decimalForLiteral, decimalResult } from './decimal.ts';
import { decimal } from './names.ts';

describe('decimal arithmetic', () => {
  it.each([
    ['+', 'decimal(13,2)'],
    ['*', 'decimal(17,4)'],
    ['/', 'decimal(19,7)'],
    ['%', 'decimal(4,2)'],
  ])('decimal(12,2) %s decimal(4,2) is %s', (operator, result) => {
    expect(typeName(decimalResult(operator, decimal(12, 2), decimal(4, 2)))).toBe(result);
  });

  it('gives up digits after the point, but not the last six, when the result does not fit', () => {
    expect(typeName(decimalResult('*', decimal(38, 18), decimal(38, 18)))).toBe('decimal(38,6)');
  });

  it('takes for a literal the least decimal that holds it', () => {
    expect(['1', '0.05', '-12.50', '100'].map((text) => typeName(decimalForLiteral(text)))).toEqual([
      'decimal(1,0)',
      'decimal(2,2)',
      'decimal(4,2)',
      'decimal(3,0)',
    ]);
  });
});
