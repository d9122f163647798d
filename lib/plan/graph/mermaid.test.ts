import { describe, expect, it } from 'vitest';
import { toMermaid } from './mermaid.ts';
import { physicalGraph } from './physical-graph.ts';
import { graphOf, lanesOf } from './testing.ts';

describe('toMermaid', () => {
  it('writes stages as subgraphs and shuffles as thick arrows', () => {
    const text = toMermaid(physicalGraph(lanesOf(['SELECT DISTINCT region FROM orders'])));
    expect(text.split('\n')).toEqual([
      'flowchart TD',
      '  subgraph s0["Action 1, stage 1"]',
      '    n1["HashAggregate: partial by region"]',
      '    n2[("Scan parquet: data/orders")]',
      '  end',
      '  subgraph s1["Action 1, stage 2"]',
      '    n0["HashAggregate: final by region"]',
      '    n3>"collect(): rows for the driver"]',
      '  end',
      '  n2 --> n1',
      '  n1 ==>|"shuffle hash(region) · 8"| n0',
      '  n0 --> n3',
      '',
    ]);
  });

  it('lets no text of the program end a label or begin a tag', () => {
    const text = toMermaid(graphOf('S>a', { detail: 'a = "x"] --> <b>#1;\nend' }));
    expect(text).not.toMatch(/<b>/);
    for (const line of text.split('\n').slice(1))
      expect(line.match(/"/g)?.length ?? 0).toBeLessThanOrEqual(2);
    expect(text).toContain('#quot;x#quot;');
  });
});
