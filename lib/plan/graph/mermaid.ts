import { exchangeLabel, type GraphEdge, type GraphNode, type PlanGraph } from './plan-graph.ts';

/** The graph in Mermaid's notation, stages as subgraphs. Names and columns of the program are quoted. */
export function toMermaid(graph: PlanGraph): string {
  const ids = new Map(graph.nodes.map(({ id }, index) => [id, `n${index}`]));
  const line = (node: GraphNode): string => `${ids.get(node.id)}${shape(node)}`;
  const lines = ['flowchart TD'];
  for (const node of graph.nodes) if (node.band === undefined) lines.push(`  ${line(node)}`);
  graph.bands.forEach((band, index) => {
    lines.push(`  subgraph s${index}["Action ${band.lane + 1}, stage ${band.number}"]`);
    for (const node of graph.nodes) if (node.band === band.id) lines.push(`    ${line(node)}`);
    lines.push('  end');
  });
  for (const edge of graph.edges) lines.push(`  ${ids.get(edge.from)} ${arrow(edge)} ${ids.get(edge.to)}`);
  return `${lines.join('\n')}\n`;
}

function shape({ role, name, detail }: GraphNode): string {
  const text = quoted(detail === '' ? name : `${name}: ${shortened(detail)}`);
  if (role === 'scan') return `[(${text})]`;
  return role === 'sink' ? `>${text}]` : `[${text}]`;
}

function arrow({ kind, exchange }: GraphEdge): string {
  if (!exchange) return kind === 'side' ? '-.->' : '-->';
  const text = quoted(`${kind} ${exchangeLabel(exchange)}${exchange.reused ? ', reused' : ''}`);
  return kind === 'broadcast' ? `-.->|${text}|` : `==>|${text}|`;
}

const MOST_CHARACTERS = 80;

function shortened(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 1)}…`;
}

/** Mermaid ends a text at a quote and reads `#…;` as a character by its name. */
function quoted(text: string): string {
  return `"${text
    .replaceAll('#', '#35;')
    .replaceAll('"', '#quot;')
    .replace(/[<>]/g, (c) => (c === '<' ? '#lt;' : '#gt;'))
    .replace(/\s+/g, ' ')}"`;
}
