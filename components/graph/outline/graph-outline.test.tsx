import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { physicalGraph } from '#lib/plan/graph/physical-graph.ts';
import { lanesOf } from '#lib/plan/graph/testing.ts';
import { indexGraph } from '../graph-index.ts';
import { GraphOutline } from './graph-outline.tsx';

function outline(sql: string): string {
  return renderToStaticMarkup(
    <GraphOutline
      index={indexGraph(physicalGraph(lanesOf([sql])))}
      headings={[{ title: 'line 1 · collect()', facts: '1 job' }]}
      paint="partitions"
      current={undefined}
      linked={new Set()}
      dimmed={new Set()}
      onStop={() => undefined}
      onEnter={() => undefined}
    />,
  );
}

describe('GraphOutline', () => {
  it('is a nested list with every operator and every shuffle', () => {
    const html = outline('SELECT region, count(*) FROM orders GROUP BY region');
    for (const text of ['collect()', 'HashAggregate', 'shuffle hash(region) · 8', 'Scan parquet', 'line 1'])
      expect(html).toContain(text);
    expect(html.match(/<ul/g)?.length).toBeGreaterThan(3);
  });

  it('spells out what two operators read once', () => {
    const html = outline('SELECT a.customer_id FROM orders a JOIN orders b ON a.customer_id = b.customer_id');
    expect(html.match(/Scan parquet/g)).toHaveLength(1);
    expect(html).toContain('as above');
  });
});
