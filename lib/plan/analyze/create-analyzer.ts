import type { Attribute, NamedExpression } from '../expression/expression.ts';
import { alias } from '../expression/make.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import type { Catalog, PlanSettings } from '../settings.ts';
import { isOrderable } from '../types/names.ts';
import type { Analyzer } from './analyzer.ts';
import { buildGrouped } from './build-aggregate.ts';
import { buildJoin } from './build-join.ts';
import { buildProject } from './build-project.ts';
import { buildSetOperation, buildUnion, buildUnionByName } from './build-set.ts';
import type { Column } from './column.ts';
import { buildFilter, buildRepartition, buildSort } from './filter-and-sort.ts';
import { dropNulls, fillNulls, replaceValues } from './nulls.ts';
import { isOpen, openColumn } from './open-columns.ts';
import { mapCogroups, mapGroups, mapPartitions } from './python-maps.ts';
import { resolveQuery } from './resolve-query.ts';
import { hasQualifier, inputScope } from './scope.ts';
import { createSession, type Session, sameName } from './session.ts';
import { attributes, range, relation } from './sources.ts';
import { unpivot } from './unpivot.ts';

/** Spark's analyzer for one program. */
export function createAnalyzer(settings: PlanSettings, catalog: Catalog): Analyzer {
  const session = createSession(settings, catalog, resolveQuery);
  const { problems } = session;
  return {
    problems,
    registerFunction: (name, udf) => {
      session.functions.set(name.toLowerCase(), udf);
    },
    ...sources(session),
    ...columns(session),
    ...rows(session),
    ...combinations(session),
    ...endings(session),
  };
}

function sources(session: Session): Pick<Analyzer, 'relation' | 'range' | 'rows' | 'query' | 'opaque'> {
  return {
    relation: (source, at) => relation(source, session, at),
    range: (start, end, step, slices, at) => range(start, end, step, slices, session, at),
    rows: (of, fields, count, partitions, at) => {
      const output = attributes(fields, session);
      return of === 'rdd'
        ? { kind: 'RddRelation', output, partitions, rows: count, at }
        : { kind: 'LocalRelation', output, rows: count, at };
    },
    query: (query, views, at) => resolveQuery(query, { ...inputScope(session, at, []), views }),
    opaque: (what, fields, children, at) => ({
      kind: 'Opaque',
      what,
      output: attributes(fields, session),
      children,
      at,
    }),
  };
}

function columns(
  session: Session,
): Pick<
  Analyzer,
  'attribute' | 'output' | 'project' | 'withColumns' | 'rename' | 'toNames' | 'drop' | 'alias'
> {
  const find = (plan: LogicalPlan, name: string): Attribute | undefined =>
    outputOf(plan).find((attribute) => sameName(session, attribute.name, name)) ??
    openColumn(plan, name, undefined, session);
  const through = (child: LogicalPlan): { readonly open?: true } => (isOpen(child) ? { open: true } : {});
  const renamed = (attribute: Attribute, name: string): NamedExpression =>
    alias(attribute, name, session.nextId());
  return {
    attribute: find,
    output: outputOf,
    project: (child, list, at) => buildProject(child, list, session, at),
    withColumns: (child, added, at) => {
      const used = new Set<string>();
      const kept = outputOf(child).map((attribute): Column => {
        const found = added.find(([name]) => sameName(session, name, attribute.name));
        if (found === undefined) return { kind: 'reference', attribute };
        used.add(found[0]);
        return { kind: 'named', child: found[1], names: [found[0]] };
      });
      const fresh = added
        .filter(([name]) => !used.has(name))
        .map(([name, column]): Column => ({ kind: 'named', child: column, names: [name] }));
      const made = buildProject(child, [...kept, ...fresh], session, at);
      return made.kind === 'Project' ? { ...made, ...through(child) } : made;
    },
    rename: (child, names, at) => {
      for (const [from] of names) find(child, from);
      const list = outputOf(child).map((attribute) => {
        const found = names.find(([from]) => sameName(session, from, attribute.name));
        return found === undefined ? attribute : renamed(attribute, found[1]);
      });
      const changed = list.some((named) => named.kind === 'alias');
      return changed ? { kind: 'Project', list, ...through(child), child, at } : child;
    },
    toNames: (child, names, at) => ({
      kind: 'Project',
      list: outputOf(child).map((attribute, i) => renamed(attribute, names[i] ?? attribute.name)),
      child,
      at,
    }),
    drop: (child, dropped, at) => dropColumns(child, dropped, at, session),
    alias: (child, name, at) => ({ kind: 'SubqueryAlias', alias: name, child, at }),
  };
}

function dropColumns(
  child: LogicalPlan,
  dropped: readonly (string | Column)[],
  at: number,
  session: Session,
): LogicalPlan {
  const output = outputOf(child);
  const scope = inputScope(session, at, [output]);
  const gone = (attribute: Attribute): boolean =>
    dropped.some((column) => {
      if (typeof column === 'string') return sameName(session, column, attribute.name);
      if (column.kind === 'reference') return column.attribute.id === attribute.id;
      if (column.kind !== 'name') return false;
      const name = column.parts.at(-1) ?? '';
      const path = column.parts.slice(0, -1);
      return sameName(session, name, attribute.name) && hasQualifier(attribute, path, scope);
    });
  const list = output.filter((attribute) => !gone(attribute));
  if (list.length === output.length) return child;
  return { kind: 'Project', list, ...(isOpen(child) ? { open: true } : {}), child, at };
}

function rows(
  session: Session,
): Pick<
  Analyzer,
  | 'filter'
  | 'dropNulls'
  | 'fillNulls'
  | 'replaceValues'
  | 'distinct'
  | 'dropDuplicates'
  | 'sample'
  | 'randomSplit'
  | 'limit'
  | 'offset'
  | 'sort'
  | 'unpivot'
> {
  return {
    filter: (child, condition, at) => buildFilter(child, condition, session, at),
    dropNulls: (child, how, subset, at) => dropNulls(child, how, subset, session, at),
    fillNulls: (child, value, subset, at) => fillNulls(child, value, subset, session, at),
    replaceValues: (child, subset, at, values) => replaceValues(child, subset, values, session, at),
    // Dataset.distinct is dropDuplicates of all columns; SELECT DISTINCT alone makes a Distinct.
    distinct: (child, at) => ({ kind: 'Deduplicate', keys: outputOf(child), child, at }),
    dropDuplicates: (child, subset, at) => {
      const keys = outputOf(child).filter(
        (attribute) => subset?.some((name) => sameName(session, name, attribute.name)) ?? true,
      );
      return { kind: 'Deduplicate', keys, child, at };
    },
    sample: (child, fraction, withReplacement, at) => ({
      kind: 'Sample',
      fraction,
      withReplacement,
      child,
      at,
    }),
    randomSplit: (child, weights, at) => randomSplit(child, weights, at),
    limit: (child, limit, at) => limited(child, limit, at),
    offset: (child, offset, at) => ({ kind: 'Offset', offset, child, at }),
    sort: (child, order, global, at) => buildSort(child, order, global, session, at),
    unpivot: (child, ids, values, variableName, valueName, at) =>
      unpivot(child, ids, values, variableName, valueName, session, at),
  };
}

function limited(child: LogicalPlan, limit: number | undefined, at: number): LogicalPlan {
  return { kind: 'GlobalLimit', limit, child: { kind: 'LocalLimit', limit, child, at }, at };
}

/** Sorted within partitions by all that can be sorted, so that every part sees the rows in the same order. */
function randomSplit(child: LogicalPlan, weights: readonly number[], at: number): readonly LogicalPlan[] {
  const order = outputOf(child)
    .filter((attribute) => isOrderable(attribute.type))
    .map(
      (attribute) => ({ kind: 'sort-order', child: attribute, direction: 'asc', nulls: 'first' }) as const,
    );
  const sorted: LogicalPlan = order.length === 0 ? child : { kind: 'Sort', order, global: false, child, at };
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => ({
    kind: 'Sample',
    fraction: total === 0 ? undefined : weight / total,
    withReplacement: false,
    child: sorted,
    at,
  }));
}

function combinations(
  session: Session,
): Pick<
  Analyzer,
  'join' | 'hint' | 'union' | 'setOperation' | 'aggregate' | 'mapGroups' | 'mapCogroups' | 'mapPartitions'
> {
  return {
    join: (left, right, on, how, at) => buildJoin(left, right, on, how, session, at),
    hint: (child, hint, at) => ({ kind: 'JoinHint', hint, child, at }),
    union: (left, right, by, allowMissing, at) =>
      by === 'position'
        ? buildUnion(left, right, session, at)
        : buildUnionByName(left, right, allowMissing, session, at),
    setOperation: (kind, all, left, right, at) => buildSetOperation(kind, all, left, right, session, at),
    aggregate: (child, grouping, aggregates, at) => buildGrouped(child, grouping, aggregates, session, at),
    mapGroups: (child, keys, operator, fields, at) => mapGroups(child, keys, operator, fields, session, at),
    mapCogroups: (left, leftKeys, right, rightKeys, fields, at) =>
      mapCogroups(left, leftKeys, right, rightKeys, fields, session, at),
    mapPartitions: (child, operator, fields, at) => mapPartitions(child, operator, fields, session, at),
  };
}

function endings(
  session: Session,
): Pick<Analyzer, 'repartition' | 'repartitionBy' | 'cached' | 'cut' | 'write'> {
  return {
    repartition: (child, partitions, shuffle, at) => ({
      kind: 'Repartition',
      partitions,
      shuffle,
      child,
      at,
    }),
    repartitionBy: (child, keys, partitions, by, at) =>
      buildRepartition(child, keys, partitions, by, session, at),
    cached: (child, cacheId, at) => ({
      kind: 'InMemoryRelation',
      output: outputOf(child),
      plan: child,
      cacheId,
      at,
    }),
    cut: (child, at) => ({
      kind: 'RddRelation',
      output: outputOf(child),
      partitions: undefined,
      rows: undefined,
      checkpointOf: child,
      at,
    }),
    write: (child, format, target, partitionBy, bucketBy, at) => {
      const find = (name: string): readonly Attribute[] =>
        outputOf(child).filter((attribute) => sameName(session, attribute.name, name));
      const bucketed =
        bucketBy === undefined
          ? {}
          : { bucketBy: { columns: bucketBy.columns.flatMap(find), count: bucketBy.count } };
      return {
        kind: 'Write',
        format,
        target,
        partitionBy: partitionBy.flatMap(find),
        ...bucketed,
        child,
        at,
      };
    },
  };
}
