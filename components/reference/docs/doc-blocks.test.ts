import { describe, expect, it } from 'vitest';
import { docBlocks } from './doc-blocks.ts';
import { readDoc } from './read-doc.ts';

describe('docBlocks', () => {
  it('takes tables out of the text around them', () => {
    const text =
      '# Title\n\nBefore [the list](list.md).\n\n| a | `b` |\n| --- | --- |\n| 1 | 2 |\n\n## After\n';
    expect(docBlocks(text)).toEqual({
      title: 'Title',
      blocks: [
        { kind: 'prose', text: 'Before the list.' },
        { kind: 'table', head: ['a', 'b'], rows: [['1', '2']] },
        { kind: 'prose', text: '## After' },
      ],
    });
  });

  it('has the measured figures of the accuracy document, each row as wide as its head', () => {
    const { title, blocks } = docBlocks(readDoc('accuracy'));
    expect(title).toBe('Accuracy');
    const tables = blocks.filter((block) => block.kind === 'table');
    expect(tables.length).toBeGreaterThanOrEqual(3);
    for (const { head, rows } of tables) {
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toHaveLength(head.length);
    }
  });
});
