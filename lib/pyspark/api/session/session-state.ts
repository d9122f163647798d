import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import type { Field } from '#lib/plan/types/data-type.ts';
import type { UdfValue } from '../../values/spark-value.ts';
import type { CachedPlans } from './cached-plans.ts';

/** What a SparkSession remembers from one call to the next. A program has one: getOrCreate gives the same. */
export interface SessionState {
  /** What the program itself set, as text. */
  readonly conf: Map<string, string>;
  /** Temp views by lower-case name. */
  readonly views: Map<string, LogicalPlan>;
  /** Functions for SQL by lower-case name. */
  readonly udfs: Map<string, UdfValue>;
  readonly cached: CachedPlans;
  /** Schemas of what the program wrote, by path or table. */
  readonly written: Map<string, readonly Field[]>;
  /** Defaults of a Databricks notebook's widgets. */
  readonly widgets: Map<string, string>;
  database: string;
  lastFrame: number;
}
