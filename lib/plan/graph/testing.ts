import { newHistory } from '../jobs/run.ts';
import { bench, type Conf, SHUFFLES } from '../physical/testing.ts';
import { predictAction } from '../predict-action.ts';
import { actionEnd, type Lane } from './lane.ts';
import { exchangeLabel, type GraphNode, type PlanGraph } from './plan-graph.ts';

/** `SELECT …` collected, each an action of one program; the n-th comes from operation n. */
export function lanesOf(queries: readonly string[], conf: Conf = SHUFFLES): readonly Lane[] {
  const test = bench(conf);
  const settings = { spark: '3.5', cores: 4, conf } as const;
  const context = { settings, catalog: {}, history: newHistory() };
  return queries.map((sql, at): Lane => {
    const on = { kind: 'dataframe', plan: test.sql(sql), frame: -1 } as const;
    const prediction = predictAction({ method: 'collect', on, rows: undefined, conf: {} }, context);
    return { at, on, prediction, settings, end: actionEnd('collect', on) };
  });
}

/** A line for each edge: `Scan parquet -> Project`, `Project =hash(k) · 8=> Sort`, with `(1)` for the stage. */
export function arrows({ nodes, edges, bands }: PlanGraph): readonly string[] {
  const named = new Map(nodes.map((node) => [node.id, nameOf(node)]));
  function nameOf({ name, band }: GraphNode): string {
    const stage = bands.find(({ id }) => id === band);
    return stage ? `${name} (${stage.number})` : name;
  }
  return edges.map(({ from, to, kind, exchange }) => {
    const label = exchange ? `=${exchange.reused ? 'reused ' : ''}${exchangeLabel(exchange)}=>` : '->';
    return `${named.get(from)} ${kind === 'side' ? '..>' : label} ${named.get(to)}`;
  });
}

/** A graph of nodes by one letter each and arrows between them: `a>b b>c`; capitals are scans. */
export function graphOf(text: string, more: Partial<GraphNode> = {}): PlanGraph {
  const arrows = text.split(' ').map((each) => each.split('>') as [string, string]);
  const names = [...new Set(arrows.flat())];
  return {
    view: 'physical',
    bands: [],
    nodes: names.map((name) => ({
      id: name,
      name,
      role: name === name.toUpperCase() ? 'scan' : 'work',
      ...{ detail: '', ats: [], lane: 0, band: undefined, partitions: undefined, bytes: undefined },
      ...{ columns: [], marks: [], members: [], ...more },
    })),
    edges: arrows.map(([from, to]) => ({ id: `${from}>${to}`, from, to, kind: 'narrow' })),
  };
}
