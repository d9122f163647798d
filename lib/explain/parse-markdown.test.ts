import { describe, expect, it } from 'vitest';
import { parseInlines, parseMarkdown } from './parse-markdown.ts';

const plain = (text: string) => ({ style: 'plain', text });

describe('parseMarkdown', () => {
  it('knows paragraphs, headings, lists and code', () => {
    expect(
      parseMarkdown('## What\nfirst\nline\n\n- one\n- two\n\n1. three\n\n```sql\nSELECT 1\n```'),
    ).toEqual([
      { kind: 'heading', inlines: [plain('What')] },
      { kind: 'paragraph', inlines: [plain('first line')] },
      { kind: 'list', ordered: false, items: [[plain('one')], [plain('two')]] },
      { kind: 'list', ordered: true, items: [[plain('three')]] },
      { kind: 'code', text: 'SELECT 1' },
    ]);
  });

  it('shows what has not ended yet', () => {
    expect(parseMarkdown('```\nx')).toEqual([{ kind: 'code', text: 'x' }]);
    expect(parseInlines('a **b')).toEqual([plain('a **b')]);
  });

  it.each([
    '[click](https://evil.example/?q=1)',
    '![pixel](https://evil.example/p.png)',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '[ref]: https://evil.example',
    '<https://evil.example>',
  ])('leaves %s as text', (text) => {
    expect(parseMarkdown(text)).toEqual([{ kind: 'paragraph', inlines: [plain(text)] }]);
  });
});

describe('parseInlines', () => {
  it('knows strong, emphasis and code', () => {
    expect(parseInlines('a **b c** and *d* and `e [e1]`')).toEqual([
      plain('a '),
      { style: 'strong', text: 'b c' },
      plain(' and '),
      { style: 'emphasis', text: 'd' },
      plain(' and '),
      { style: 'code', text: 'e [e1]' },
    ]);
  });

  it.each(['2 * 3 * 4', '**', '****', '``', '* a *'])('leaves "%s" alone', (text) => {
    expect(parseInlines(text)).toEqual([plain(text)]);
  });

  it('ends on texts made to be slow', () => {
    for (const piece of ['*', '**', '`', '**a', '*a ', '``a']) parseInlines(piece.repeat(3000));
  });
});
