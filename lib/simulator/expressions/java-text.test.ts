import { describe, expect, it } from 'vitest';
import { textOfDecimal, textOfDouble, textOfFloat } from './java-text.ts';

describe('numbers as text', () => {
  it.each([
    [1, '1.0'],
    [-0, '-0.0'],
    [0.001, '0.001'],
    [0.0001, '1.0E-4'],
    [9_999_999, '9999999.0'],
    [1e7, '1.0E7'],
    [123_456_789.125, '1.23456789125E8'],
    [0.1 + 0.2, '0.30000000000000004'],
    [Number.NaN, 'NaN'],
    [Number.NEGATIVE_INFINITY, '-Infinity'],
  ])('the double %d is %s', (value, text) => expect(textOfDouble(value)).toBe(text));

  it.each([
    [Math.fround(0.1), '0.1'],
    [Math.fround(1 / 7), '0.14285715'],
    [Math.fround(3.4028235e38), '3.4028235E38'],
  ])('the float %d is %s', (value, text) => expect(textOfFloat(value)).toBe(text));

  it.each([
    [1234n, 2, '12.34'],
    [-5n, 2, '-0.05'],
    [0n, 2, '0.00'],
    [5n, 0, '5'],
    [1n, 7, '1E-7'],
    [123n, 9, '1.23E-7'],
  ])('the decimal %d with %d digits after the point is %s', (unscaled, scale, text) =>
    expect(textOfDecimal(unscaled, scale)).toBe(text),
  );
});
