import { describe, expect, it } from 'vitest';
import { physicalGraph } from '#lib/plan/graph/physical-graph.ts';
import { graphOf, lanesOf } from '#lib/plan/graph/testing.ts';
import { indexGraph } from '../graph-index.ts';
import { layoutGraph } from '../layout/layout-graph.ts';
import { graphSvg, SVG_TOKENS, type SvgColors } from './graph-svg.ts';

const colors = Object.fromEntries(SVG_TOKENS.map((name) => [name, '#123456'])) as SvgColors;

function svgOf(graph: ReturnType<typeof graphOf>): string {
  const headings = [{ title: 'line 3 · count()', facts: '1 job' }];
  const laid = layoutGraph(graph, 1);
  return graphSvg({
    index: indexGraph(graph),
    laid,
    headings,
    paint: 'partitions',
    colors,
    caption: 'Predicted for a.py',
  });
}

describe('graphSvg', () => {
  const svg = svgOf(physicalGraph(lanesOf(['SELECT DISTINCT region FROM orders'])));

  it('shows operators, stages, shuffles, and whose prediction it is', () => {
    for (const text of [
      'Scan parquet',
      'Stage 2',
      'hash(region) · 8',
      'line 3 · count()',
      'Predicted for a.py',
    ])
      expect(svg).toContain(text);
  });

  it('needs nothing from outside and runs nothing', () => {
    expect(svg).not.toMatch(/<(script|style|image|foreignObject|use)|href|url\(|style=/);
  });

  it('takes text of the program as text', () => {
    const hostile = svgOf(graphOf('S>a', { detail: '<script>"&\u0007' }));
    expect(hostile).toContain('&lt;script&gt;&quot;&amp;');
    expect(hostile).not.toContain('<script>');
    expect(hostile).not.toContain('\u0007');
  });
});
