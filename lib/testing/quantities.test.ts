import { describe, expect, it } from 'vitest';
import { amount, perTask, quantity, split } from './quantities.ts';

describe('quantity', () => {
  it.each([
    ['10', 10],
    ['1.5 s', 1500],
    ['2 m', 120_000],
    ['10 MiB', 10_485_760],
    ['3k', 3000],
    ['1_000_000', 1_000_000],
    ['-1', -1],
  ])('reads %s', (text, value) => {
    expect(amount(text)).toBe(value);
  });

  it('tells the unit, and refuses what is none', () => {
    expect(quantity('5 GiB').unit).toBe('GiB');
    expect(() => amount('5 apples')).toThrow('no quantity: "5 apples"');
  });
});

describe('perTask', () => {
  it.each([
    ['one value for all tasks', '7', [7, 7, 7, 7]],
    ['a range over the tasks', '10..40', [10, 20, 30, 40]],
    ['outliers at the end', '5, 1x90', [5, 5, 5, 90]],
    ['a range and outliers', '1..3, 1x2 s', [1, 2, 3, 2000]],
    ['a range whose unit stands at its end', '1..4 KiB', [1024, 2048, 3072, 4096]],
    ['only outliers', '2x9', [0, 0, 9, 9]],
    ['values one by one, the last for the rest', '1, 2, 8', [1, 2, 8, 8]],
  ])('reads %s', (_, text, values) => {
    expect(perTask(text, 4)).toEqual(values);
  });
});

it('split keeps the sum', () => {
  expect(split(10, 4)).toEqual([2, 2, 2, 4]);
});
