import { describe, expect, it } from 'vitest';
import type { TimelineSpanRow } from '#lib/tables/queries/timeline-spans.ts';
import { layoutTimeline, packLanes, spanAt } from './timeline-layout.ts';

const span = (
  kind: TimelineSpanRow['kind'],
  id: string,
  start_ms: number,
  end_ms: number,
): TimelineSpanRow => ({
  kind,
  id,
  start_ms,
  end_ms,
  name: null,
  status: 'COMPLETE',
  tasks: 1,
  source: null,
  jobs: null,
});

const ids = (lanes: readonly (readonly TimelineSpanRow[])[]) => lanes.map((lane) => lane.map(({ id }) => id));

describe('packLanes', () => {
  it('uses a second lane only for what ran at the same time', () => {
    const spans = [span('stage', 'a', 0, 10), span('stage', 'b', 5, 20), span('stage', 'c', 10, 30)];
    expect(ids(packLanes(spans))).toEqual([['a', 'c'], ['b']]);
  });

  it('has no lanes for nothing', () => {
    expect(packLanes([])).toEqual([]);
  });
});

describe('layoutTimeline', () => {
  it('puts jobs above stages and gaps aside', () => {
    const layout = layoutTimeline([
      span('job', '0', 0, 9),
      span('stage', '0.0', 1, 8),
      span('gap', 'between', 9, 12),
    ]);
    const [jobs, stages] = layout.groups;
    expect(jobs!.top).toBeLessThan(stages!.top);
    expect(layout.gaps).toHaveLength(1);
    expect(layout.height).toBeGreaterThan(stages!.top);
  });
});

describe('spanAt', () => {
  const layout = layoutTimeline([span('stage', 'long', 0, 100), span('stage', 'thin', 200, 200)]);
  const [, stages] = layout.groups;
  const at = (ms: number, y = stages!.top + 3) => spanAt({ layout, y, ms, reachMs: 5 })?.id;

  it('finds the bar under the pointer, and a thin one beside it', () => {
    expect(at(50)).toBe('long');
    expect(at(197)).toBe('thin');
    expect(at(203)).toBe('thin');
  });

  it('finds none in between or outside of the lanes', () => {
    expect(at(150)).toBeUndefined();
    expect(at(50, 0)).toBeUndefined();
  });
});
