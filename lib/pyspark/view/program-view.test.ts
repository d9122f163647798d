import { describe, expect, it } from 'vitest';
import { PredictionMemo } from '../prediction-memo.ts';
import { viewText } from './testing.ts';

describe('viewProgram', () => {
  it('tells of each action where it is, what it runs and what it moves', async () => {
    const { view } = await viewText(
      'orders.groupBy("status").count().orderBy("count").write.parquet("out")\norders.count()\n',
    );
    const lanes = view.lanes.map(({ method, place, shuffles, runBy }) => [
      method,
      view.places[place]?.line,
      shuffles,
      runBy,
    ]);
    expect(lanes).toEqual([
      ['parquet', 5, 2, 'action'],
      ['count', 6, 1, 'action'],
    ]);
    expect(view.lanes[0]?.jobs.length).toBeGreaterThan(0);
  });

  it('counts the shuffles of RDDs and of what fills a cache', async () => {
    const { view } = await viewText(
      'orders.rdd.map(lambda r: (r.status, 1)).reduceByKey(lambda a, b: a + b).collect()\norders.distinct().cache().count()\n',
    );
    expect(view.lanes.map(({ shuffles }) => shuffles)).toEqual([1, 2]);
  });

  it('shows DataFrames that nothing reads where no action is, and no others', async () => {
    const idle = await viewText('per = orders.groupBy("status").count()\nbig = per.where("count > 3")\n');
    expect(idle.view.lanes.map(({ method, runBy, shuffles }) => [method, runBy, shuffles])).toEqual([
      ['parquet', 'nothing', 0],
      ['where', 'nothing', 1],
    ]);
    const active = await viewText('per = orders.groupBy("status").count()\norders.count()\n');
    expect(active.view.lanes.map(({ runBy }) => runBy)).toEqual(['action']);
  });

  it('shows streams beside actions', async () => {
    const { view } = await viewText(
      'orders.count()\ns = spark.readStream.schema("k int").parquet("in").groupBy("k").count()\ns.writeStream.start()\n',
    );
    expect(view.lanes.map(({ runBy }) => runBy)).toEqual(['action', 'stream']);
  });

  it('goes on around broken text and says where it is', async () => {
    const { view, text } = await viewText('bad = orders.groupBy(\norders.count()\n');
    expect(view.lanes.map(({ method }) => method)).toContain('count');
    expect(view.broken.length).toBeGreaterThan(0);
    for (const { from, to } of view.broken) expect(text.slice(from, to)).not.toBe('');
  });

  it('has graphs whose places are places of the program', async () => {
    const { view, graph } = await viewText('for n in range(3):\n    orders.repartition(n + 2).count()\n');
    for (const each of ['logical', 'physical', 'stages'] as const) {
      const { nodes, edges } = graph(each);
      const ats = [
        ...nodes.flatMap((node) => node.ats),
        ...edges.flatMap(({ exchange }) => exchange?.at ?? []),
      ];
      expect(ats.every((at) => view.places[at] !== undefined)).toBe(true);
    }
    // Three turns of a loop are three actions at one place.
    expect(new Set(view.lanes.map(({ place }) => place)).size).toBe(1);
    expect(view.lanes).toHaveLength(3);
  });

  it('is the same with what an earlier version of the program left behind', async () => {
    const memo = new PredictionMemo();
    const before =
      'kept = orders.distinct().cache()\nkept.count()\norders.groupBy("status").count().show()\n';
    await viewText(before, {}, memo);
    for (const text of [before, `x = 1\n${before}`, before.replace('"status"', '"customer_id"')]) {
      const [known, anew] = [await viewText(text, {}, memo), await viewText(text)];
      expect(known.view).toEqual(anew.view);
      expect(known.graph('physical')).toEqual(anew.graph('physical'));
    }
  });

  it('is plain data, which can be sent to a page', async () => {
    const { view, graph } = await viewText('orders.join(customers, "customer_id").count()\n');
    expect(structuredClone({ view, graph: graph('physical') })).toEqual({ view, graph: graph('physical') });
  });
});
