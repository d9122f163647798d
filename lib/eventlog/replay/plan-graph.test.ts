import { describe, expect, it } from 'vitest';
import type { Json } from '../json.ts';
import { MAX_NODES, planGraph } from './plan-graph.ts';

/** `A(B, C "text")` as Spark class SparkPlanInfo. */
function info(nodeName: string, children: readonly Json[] = [], simpleString = nodeName): Json {
  return { nodeName, simpleString, children, metadata: {}, metrics: [] };
}

const codegen = (id: number, child: Json) => info(`WholeStageCodegen (${id})`, [child]);
const adapter = (child: Json) => info('InputAdapter', [child]);
const stage = (child: Json) => info('ShuffleQueryStage', [child]);
const reused = (child: Json) => info('ReusedExchange', [child]);
const exchange = (keys: string) => info('Exchange', [info('Scan')], `Exchange hashpartitioning(${keys})`);

/** Nodes as "id name <- consumer (cluster)". */
function drawn(plan: Json): readonly string[] {
  return planGraph(plan).map(({ id, name, parentId, clusterId }) =>
    [id, name, parentId === null ? '' : `<- ${parentId}`, clusterId === null ? '' : `(${clusterId})`]
      .filter((part) => part !== '')
      .join(' '),
  );
}

describe('planGraph', () => {
  it('numbers the nodes as the SQL tab draws them: from the result down, the left input first', () => {
    const join = info('SortMergeJoin', [info('Sort', [info('Scan a')]), info('Scan b')]);
    expect(drawn(info('Project', [join]))).toEqual([
      '0 Project',
      '1 SortMergeJoin <- 0',
      '2 Sort <- 1',
      '3 Scan a <- 2',
      '4 Scan b <- 1',
    ]);
  });

  it('gives a codegen cluster a number, and its adapters none', () => {
    const plan = codegen(2, info('Project', [adapter(info('Sort', [codegen(1, info('Scan'))]))]));
    expect(drawn(plan)).toEqual([
      '0 WholeStageCodegen (2)',
      '1 Project (0)',
      '2 Sort <- 1',
      '3 WholeStageCodegen (1)',
      '4 Scan <- 2 (3)',
    ]);
  });

  it('gives the query stages of an adaptive plan no number', () => {
    const plan = info('AdaptiveSparkPlan', [info('AQEShuffleRead', [stage(exchange('a'))])]);
    expect(drawn(plan)).toEqual([
      '0 AdaptiveSparkPlan',
      '1 AQEShuffleRead <- 0',
      '2 Exchange <- 1',
      '3 Scan <- 2',
    ]);
  });

  it('draws a reused exchange once, another one of the same kind again', () => {
    const union = (second: Json) => drawn(info('Union', [exchange('a'), second]));
    const first = ['0 Union', '1 Exchange <- 0', '2 Scan <- 1'];
    expect(union(reused(exchange('a')))).toEqual(first);
    expect(union(stage(exchange('a')))).toEqual(first);
    expect(union(exchange('b'))).toEqual([...first, '3 Exchange <- 0', '4 Scan <- 3']);
    // Its original is in no plan of this execution (it was cached): it is drawn itself.
    expect(union(reused(exchange('b')))).toEqual([
      ...first,
      '3 ReusedExchange <- 0',
      '4 Exchange <- 3',
      '5 Scan <- 4',
    ]);
  });

  it('draws a subquery once, outside of the cluster that needs it', () => {
    const subquery = info('Subquery', [info('Scan prices')], 'Subquery scalar-subquery#7');
    const twice = codegen(1, info('Filter', [info('Scan'), subquery, info('ReusedSubquery', [subquery])]));
    expect(drawn(twice)).toEqual([
      '0 WholeStageCodegen (1)',
      '1 Filter (0)',
      '2 Scan <- 1 (0)',
      '3 Subquery <- 1',
      '4 Scan prices <- 3',
    ]);
  });

  it('keeps the arguments of an operator and its metrics, an accumulator without a type being a sum', () => {
    const metrics = [
      { name: 'data size', accumulatorId: 4, metricType: 'size' },
      { name: 'rows', accumulatorId: '5' },
      {},
    ];
    const [node] = planGraph({ nodeName: 'Exchange ', simpleString: 'Exchange single', metrics });
    expect(node).toMatchObject({
      name: 'Exchange',
      detail: 'Exchange single',
      metrics: [
        { name: 'data size', accumulatorId: 4, type: 'size' },
        { name: 'rows', accumulatorId: 5, type: 'sum' },
      ],
    });
  });

  it('survives a plan of any depth and draws a part of it', () => {
    let plan = info('Scan');
    for (let i = 0; i < 2 * MAX_NODES; i++) plan = info('Project', [plan]);
    expect(planGraph(info('Exchange', [plan]))).toHaveLength(MAX_NODES);
  });

  it('makes nothing of a plan that is none', () => {
    expect(drawn({ children: 'no', metrics: 3 })).toEqual(['0']);
  });
});
