import { describe, expect, it } from 'vitest';
import { parsePastedCounts } from './pasted-counts.ts';

describe('parsePastedCounts', () => {
  it.each([
    ['US, 120\nDE, 7'],
    ['US;120\r\nDE;7'],
    ['US\t120\nDE\t7\n'],
    ['US 120\nDE 7'],
    ['country,count\n"US",120\n"DE",7'],
    ['+-------+-----+\n|country|count|\n+-------+-----+\n|     US|  120|\n|     DE|    7|\n+-------+-----+'],
  ])('reads keys with their counts from %j', (text) => {
    expect(parsePastedCounts(text)).toEqual({ keys: ['US', 'DE'], counts: [120, 7] });
  });

  it('keeps spaces and commas inside a key', () => {
    expect(parsePastedCounts('New York, NY, 5')).toEqual({ keys: ['New York, NY'], counts: [5] });
  });

  it('names keys by their place where only counts are given', () => {
    expect(parsePastedCounts('1000\n10\n1_0')).toEqual({ keys: ['0', '1', '2'], counts: [1000, 10, 10] });
  });

  it('names the line that has no count, and what would work', () => {
    expect(() => parsePastedCounts('US, 5\nDE, many')).toThrow('Line 2 ends without a count: "DE, many".');
    expect(() => parsePastedCounts('')).toThrow('No counts were found.');
    expect(() => parsePastedCounts('US, -5\nDE, -6')).toThrow('ends without a count');
  });

  it('does not hang on a long line', () => {
    expect(() => parsePastedCounts(`a 1\n${' '.repeat(50_000)}x${' '.repeat(50_000)}y`)).toThrow('Line 2');
  });
});
