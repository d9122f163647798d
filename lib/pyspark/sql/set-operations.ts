import type { Combined, Query } from '#lib/plan/analyze/query.ts';
import { type Body, bodyOf, type Tree } from './library.ts';

type Operator = Combined['operator'];
type Operation = Body<'union'>;

interface Link {
  readonly operator: Operator;
  readonly body: Operation;
}

/**
 * The library nests set operations in the order they are written; in Spark INTERSECT binds more tightly. Operands in
 * brackets are nodes of their own, so the chain can be laid out and nested again.
 */
export function readCombined(tree: Tree, whole: Operation, read: (operand: Tree) => Query): Query {
  const outermost = linkOf(tree);
  const links: Link[] = outermost === undefined ? [] : [{ ...outermost, body: whole }];
  let first = whole.left;
  for (let link = linkOf(first); link !== undefined; link = linkOf(first)) {
    links.unshift(link);
    first = link.body.left;
  }
  const operands: Query[] = [read(first)];
  const weak: Link[] = [];
  for (const link of links) {
    const right = read(link.body.right);
    if (link.operator === 'intersect') operands.push(combined(link, operands.pop() as Query, right));
    else {
      operands.push(right);
      weak.push(link);
    }
  }
  return weak.reduce(
    (left, link, index) => combined(link, left, operands[index + 1] as Query),
    operands[0] as Query,
  );
}

/**
 * The outermost operation, which carries ORDER BY and WITH of the whole. SORT BY and its kin the library leaves with the
 * last SELECT, and what follows them too.
 */
export function operationOf(tree: Tree): Operation | undefined {
  const body = linkOf(tree)?.body;
  const last = bodyOf(body?.right, 'select');
  if (body === undefined || last === undefined) return body;
  const { distribute_by, sort_by, cluster_by, limit, offset } = last;
  if (distribute_by === null && sort_by === null && cluster_by === null) return body;
  const select = { ...last, distribute_by: null, sort_by: null, cluster_by: null, limit: null, offset: null };
  return {
    ...body,
    right: { select },
    distribute_by,
    sort_by,
    cluster_by,
    limit: body.limit ?? limit?.this ?? null,
    offset: body.offset ?? offset?.this ?? null,
  };
}

function linkOf(tree: Tree): Link | undefined {
  const union = bodyOf(tree, 'union');
  if (union !== undefined) return { operator: 'union', body: union };
  const intersect = bodyOf(tree, 'intersect');
  if (intersect !== undefined) return { operator: 'intersect', body: intersect };
  const except = bodyOf(tree, 'except');
  return except && { operator: 'except', body: except };
}

function combined({ operator, body }: Link, left: Query, right: Query): Combined {
  return { kind: 'combined', operator, all: body.all, ...(body.by_name && { byName: true }), left, right };
}
