import type { JoinType, LogicalPlan } from '../logical/logical-plan.ts';
import type { Column } from './column.ts';

/** A SELECT statement as it is written; the analyzer turns it into a plan. `at` as in logical plans. */
export type Query = Select | Combined | Values | TableReference | PlanReference | With | Ordering;

export interface Select {
  readonly kind: 'select';
  readonly distinct: boolean;
  readonly columns: readonly Column[];
  readonly from: readonly From[];
  readonly lateralViews: readonly LateralView[];
  readonly where: Column | undefined;
  readonly groupBy: GroupBy | undefined;
  readonly having: Column | undefined;
  readonly qualify: Column | undefined;
  readonly windows: Readonly<Record<string, WindowSpec>>;
  readonly hints: readonly Hint[];
}

export interface GroupBy {
  readonly columns: readonly Column[];
  readonly mode: 'plain' | 'rollup' | 'cube' | 'sets' | 'all';
  /** Indices into `columns`, for GROUPING SETS. */
  readonly sets?: readonly (readonly number[])[];
}

export interface WindowSpec {
  readonly partitionBy: readonly Column[];
  readonly orderBy: readonly Column[];
  readonly frame: string | undefined;
}

export interface Hint {
  readonly name: string;
  readonly args: readonly Column[];
}

export type From =
  | {
      readonly kind: 'from-query';
      readonly query: Query;
      readonly alias: string | undefined;
      readonly columnNames?: readonly string[];
      readonly lateral?: boolean;
    }
  | {
      readonly kind: 'from-join';
      readonly left: From;
      readonly right: From;
      readonly joinType: JoinType;
      readonly on: Column | undefined;
      readonly using: readonly string[] | 'natural' | undefined;
    }
  | {
      readonly kind: 'from-function';
      readonly fn: string;
      readonly args: readonly Column[];
      readonly alias: string | undefined;
      readonly columnNames?: readonly string[];
      readonly lateral?: boolean;
    }
  | {
      readonly kind: 'from-pivot';
      readonly input: From;
      readonly aggregates: readonly Column[];
      readonly column: readonly Column[];
      readonly values: readonly Column[];
      readonly alias: string | undefined;
    }
  | { readonly kind: 'from-sample'; readonly input: From; readonly fraction: number | undefined };

export interface LateralView {
  readonly generator: Column;
  readonly outer: boolean;
  readonly tableAlias: string;
  readonly columnNames: readonly string[];
}

export interface Combined {
  readonly kind: 'combined';
  readonly operator: 'union' | 'intersect' | 'except';
  readonly all: boolean;
  /** UNION BY NAME. */
  readonly byName?: boolean;
  readonly left: Query;
  readonly right: Query;
}

export interface Values {
  readonly kind: 'values';
  readonly rows: readonly (readonly Column[])[];
}

/** A table, a temp view, or files as in parquet.`path`. */
export interface TableReference {
  readonly kind: 'table';
  readonly parts: readonly string[];
}

/** A DataFrame that a program passes into SQL. */
export interface PlanReference {
  readonly kind: 'plan';
  readonly plan: LogicalPlan;
}

export interface With {
  readonly kind: 'with';
  readonly ctes: readonly {
    readonly name: string;
    readonly columnNames?: readonly string[];
    readonly query: Query;
  }[];
  readonly body: Query;
}

/** ORDER BY and the like around a query. */
export interface Ordering {
  readonly kind: 'ordering';
  readonly input: Query;
  readonly orderBy: readonly Column[];
  readonly sortBy: readonly Column[];
  readonly distributeBy: readonly Column[];
  readonly clusterBy: readonly Column[];
  readonly limit: number | undefined;
  readonly offset: number | undefined;
  /** There is a LIMIT or an OFFSET whose number is not known: a parameter, a hole in an f-string. */
  readonly limitUnknown?: boolean;
  readonly offsetUnknown?: boolean;
}
