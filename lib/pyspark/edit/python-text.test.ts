import { describe, expect, it } from 'vitest';
import { columnName, literal } from './python-text.ts';

describe('literal', () => {
  it('uses the quotes that the file uses most', () => {
    expect(literal('a', 'x = "b"')).toBe('"a"');
    expect(literal('a', "x = 'b'")).toBe("'a'");
    expect(literal('a', '')).toBe('"a"');
  });

  it('escapes what would end the text or the line, and what nobody sees', () => {
    expect(literal('say "hi" \\ it\'s\n\r\t\u0000\u007f', '')).toBe(
      '"say \\"hi\\" \\\\ it\'s\\n\\r\\t\\x00\\x7f"',
    );
  });

  it('leaves letters of all languages as they are', () => {
    expect(literal('größe 量 🙂', '')).toBe('"größe 量 🙂"');
  });
});

describe('columnName', () => {
  it('puts backticks around names that would read as paths', () => {
    expect(columnName('amount')).toBe('amount');
    expect(columnName('unit price')).toBe('unit price');
    expect(columnName('a.b')).toBe('`a.b`');
    expect(columnName('a`b')).toBe('`a``b`');
  });
});
