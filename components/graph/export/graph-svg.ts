import { plural } from '#lib/base/format.ts';
import { exchangeLabel, type GraphEdge, type GraphNode, type StageBand } from '#lib/plan/graph/plan-graph.ts';
import { edgePath } from '../canvas/edge-path.ts';
import { type GraphIndex, isExchange } from '../graph-index.ts';
import { numberOf, type Paint } from '../graph-words.ts';
import type { LaneHeading } from '../lane-heading.ts';
import { type Box, chipWidth, type LaidEdge, type LaidOut, type Point, SIZES } from '../layout/laid-out.ts';

/** Colors by the names of their tokens. */
export type SvgColors = Readonly<Record<(typeof SVG_TOKENS)[number], string>>;

export const SVG_TOKENS = [
  ...['panel', 'sunken', 'ink', 'soft', 'line', 'edge'],
  ...['narrow', 'shuffle', 'broadcast', 'scan', 'sink'],
] as const satisfies readonly string[];

const MARGIN = 24;
const FOOT = 20;

export interface Drawing {
  readonly index: GraphIndex;
  readonly laid: LaidOut;
  readonly headings: readonly LaneHeading[];
  readonly paint: Paint;
  readonly colors: SvgColors;
  /** Said below the picture. */
  readonly caption: string;
}

/** The graph as a picture of its own: only shapes and text, no scripts, no styles, no references. */
export function graphSvg({ index, laid, headings, paint, colors, caption }: Drawing): string {
  const { graph } = index;
  const width = Math.ceil(laid.width + 2 * MARGIN);
  const height = Math.ceil(laid.height + 2 * MARGIN + FOOT);
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" font-family="system-ui, sans-serif" font-size="13">`,
    `<title>${escaped(caption)}</title>`,
    `<rect x="${-MARGIN}" y="${-MARGIN}" width="${width}" height="${height}" fill="${colors.panel}"/>`,
    ...[...laid.lanes].map(([lane, box]) => heading(headings[lane], box, colors)),
    ...graph.bands.map((band) => bandSvg(band, laid.bands.get(band.id), colors)),
    ...graph.edges.map((edge) => edgeSvg(edge, laid.edges.get(edge.id), colors)),
    ...graph.nodes.map((node) => nodeSvg(node, laid.nodes.get(node.id), numberOf(node, paint), colors)),
    ...graph.edges.filter(isExchange).map((edge) => {
      const label = exchangeLabel(edge.exchange);
      return chipSvg(label, laid.edges.get(edge.id)?.label, edge.kind, colors);
    }),
    text(0, laid.height + FOOT, caption, colors.soft, 11),
    '</svg>',
  ];
  return `${parts.join('\n')}\n`;
}

function heading(lane: LaneHeading | undefined, { x, y }: Box, colors: SvgColors): string {
  if (!lane) return '';
  return `${text(x, y + 14, lane.title, colors.ink, 13, 600)}${text(x, y + 32, lane.facts, colors.soft, 12)}`;
}

function bandSvg({ number, partitions }: StageBand, box: Box | undefined, colors: SvgColors): string {
  if (!box) return '';
  const { x, y, width } = box;
  return [
    `<rect ${place(box)} rx="6" fill="${colors.sunken}" stroke="${colors.line}"/>`,
    text(x + 12, y + 17, `Stage ${number}`, colors.soft, 12),
    partitions === undefined
      ? ''
      : text(x + width - 12, y + 17, plural(partitions, 'partition'), colors.soft, 12, 400, 'end'),
  ].join('');
}

function edgeSvg({ kind }: GraphEdge, laid: LaidEdge | undefined, colors: SvgColors): string {
  if (!laid) return '';
  const path = edgePath(laid);
  const line = (color: string, width: number, dash = ''): string =>
    `<path d="${path}" fill="none" stroke="${color}" stroke-width="${width}"${dash}/>`;
  if (kind === 'shuffle') return line(colors.shuffle, 6) + line(colors.panel, 2);
  if (kind === 'broadcast')
    return line(colors.broadcast, 3.5, ' stroke-dasharray="1 6" stroke-linecap="round"');
  return line(
    kind === 'side' ? colors.sink : colors.edge,
    1.5,
    kind === 'side' ? ' stroke-dasharray="4 4"' : '',
  );
}

const ROLE_COLORS = { scan: 'scan', work: 'narrow', sink: 'sink' } as const;

function nodeSvg(
  { role, name, detail }: GraphNode,
  box: Box | undefined,
  number: string | undefined,
  colors: SvgColors,
): string {
  if (!box) return '';
  const radius = role === 'scan' ? box.height / 2 : role === 'work' ? 6 : 0;
  const left = box.x + (role === 'scan' ? 18 : 12);
  const color = colors[ROLE_COLORS[role]];
  return [
    `<rect ${place(box)} rx="${radius}" fill="${colors.panel}" stroke="${color}" stroke-width="1.5" stroke-dasharray="4 3"/>`,
    text(left, box.y + (detail === '' ? 28 : 19), cut(name, 22), colors.ink, 13, 600),
    detail === '' ? '' : text(left, box.y + 36, cut(detail, 30), colors.soft, 12),
    number === undefined ? '' : text(box.x + box.width - 12, box.y + 19, number, colors.soft, 12, 400, 'end'),
  ].join('');
}

function chipSvg(label: string, at: Point | undefined, kind: GraphEdge['kind'], colors: SvgColors): string {
  if (!at) return '';
  const width = chipWidth(label);
  const { height } = SIZES.chip;
  const box = { x: at.x - width / 2, y: at.y - height / 2, width, height };
  const color = kind === 'broadcast' ? colors.broadcast : colors.shuffle;
  const rect = `<rect ${place(box)} rx="${height / 2}" fill="${colors.panel}" stroke="${color}" stroke-width="1.5"/>`;
  return rect + text(at.x, at.y + 4, cut(label, 34), colors.ink, 12, 400, 'middle');
}

function place({ x, y, width, height }: Box): string {
  return `x="${x}" y="${y}" width="${width}" height="${height}"`;
}

function text(
  x: number,
  y: number,
  content: string,
  fill: string,
  size: number,
  weight = 400,
  anchor: 'start' | 'middle' | 'end' = 'start',
): string {
  return `<text x="${x}" y="${y}" fill="${fill}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}">${escaped(content)}</text>`;
}

function cut(content: string, most: number): string {
  return content.length <= most ? content : `${content.slice(0, most - 1)}…`;
}

function escaped(content: string): string {
  return (
    content
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write them
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
  );
}
