import type { Attribute } from '../expression/expression.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import type { Catalog, PlanSettings } from '../settings.ts';
import type { DataType } from '../types/data-type.ts';
import type { Problem, RegisteredFunction } from './analyzer.ts';
import type { Query } from './query.ts';
import type { Scope } from './scope.ts';

/** What all of the analyzer shares while it reads one program: ids, settings, the catalog, and what went wrong. */
export interface Session {
  readonly settings: PlanSettings;
  readonly catalog: Catalog;
  readonly problems: Problem[];
  /** spark.sql.ansi.enabled: on by default since Spark 4.0. */
  readonly ansi: boolean;
  readonly caseSensitive: boolean;
  /** Python functions that SQL text may call, by lower-case name. */
  readonly functions: Map<string, RegisteredFunction>;
  nextId(): number;
  /** Queries and the expressions in them contain each other; here the one finds the other. */
  resolveQuery(query: Query, scope: Scope): LogicalPlan;
}

export function createSession(
  settings: PlanSettings,
  catalog: Catalog,
  resolveQuery: Session['resolveQuery'],
): Session {
  let last = 0;
  const set = (key: string, otherwise: boolean): boolean => {
    const value = settings.conf[key];
    return value === undefined ? otherwise : value.toLowerCase() === 'true';
  };
  return {
    settings,
    catalog,
    problems: [],
    ansi: set('spark.sql.ansi.enabled', !settings.spark.startsWith('3')),
    caseSensitive: set('spark.sql.caseSensitive', false),
    functions: new Map(),
    resolveQuery,
    nextId: () => {
      last += 1;
      return last;
    },
  };
}

export function newAttribute(session: Session, name: string, type: DataType, nullable = true): Attribute {
  return { kind: 'attribute', id: session.nextId(), name, type, nullable, qualifier: [] };
}

export function sameName(session: Session, a: string, b: string): boolean {
  return session.caseSensitive ? a === b : a.toLowerCase() === b.toLowerCase();
}
