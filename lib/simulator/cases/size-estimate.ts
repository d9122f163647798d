import { type Statistics, statistics } from '#lib/plan/optimize/size-in-bytes.ts';
import { parseType } from '#lib/plan/types/parse-type.ts';
import { buildDescribedPlan, type DescribedNode } from '../plan/described-plan.ts';
import type { CaseKind } from './case-kind.ts';
import { type CaseInput, MAX_BYTES } from './read-input.ts';

/** Deeper and wider plans than queries have. */
const MAX_NODES = 500;
const MAX_COLUMNS = 1000;
const MOST_BYTES = 2n ** 200n;

type NodeAtDepth = Omit<DescribedNode, 'children'> & { readonly depth: number };

/** What the optimizer takes for the sizes of a plan's nodes, from those of its leaves, without column statistics. */
export const sizeEstimate: CaseKind = {
  kind: 'size-estimate',
  run(input) {
    const leaves = input.field('leafSizes').list(readLeaf, MAX_NODES);
    const rows = input.field('optimizedPlan').list(readNode, MAX_NODES);
    const depths = rows.map(({ depth }) => depth);
    const isTree = depths.every((depth, i) =>
      i === 0 ? depth === 0 : depth >= 1 && depth <= depths[i - 1]! + 1,
    );
    if (rows.length === 0 || !isTree) input.field('optimizedPlan').refuse('one tree in pre-order');
    let nextLeaf = 0;
    let position = 0;
    const take = (): DescribedNode => {
      const { depth, ...node } = rows[position++]!;
      const children: DescribedNode[] = [];
      while (rows[position]?.depth === depth + 1) children.push(take());
      const sizes = children.length === 0 ? leaves[nextLeaf++] : undefined;
      return { ...node, children, ...(sizes ? { statistics: sizes } : {}) };
    };
    const perNode = buildDescribedPlan(take()).map(statistics).map(shown);
    return { sizeInBytes: perNode[0]![0], perNode };
  },
};

function shown({ bytes, rows }: Statistics): readonly [bytes: string, rows: string | null] {
  return [String(bytes), rows === undefined ? null : String(rows)];
}

function readLeaf(input: CaseInput): Statistics {
  const bytes = input.field('sizeInBytes').bigint(0n, MOST_BYTES);
  const rows = input.optional('rowCount')?.bigint(0n, MOST_BYTES);
  return rows === undefined ? { bytes } : { bytes, rows };
}

function readNode(input: CaseInput): NodeAtDepth {
  const rows = (input.optional('limit') ?? input.optional('offset'))?.integer(0, 2 ** 31 - 1);
  const fraction = input.optional('fraction')?.number(0, MAX_BYTES);
  const projections = input.optional('projections')?.integer(1, MAX_NODES);
  return {
    depth: input.field('depth').integer(0, MAX_NODES),
    name: input.field('node').text(),
    columns: input.field('output').list(readColumn, MAX_COLUMNS),
    ...(rows === undefined ? {} : { rows }),
    ...(fraction === undefined ? {} : { fraction }),
    ...(projections === undefined ? {} : { projections }),
  };
}

function readColumn(input: CaseInput): DescribedNode['columns'][number] {
  const [name, typeText] = input.list((text) => text.text(), 2);
  const type = parseType(typeText ?? '');
  if (name === undefined || type === undefined) return input.refuse('a name and an SQL type');
  return { name, type };
}
