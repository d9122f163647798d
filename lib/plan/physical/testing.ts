import { TestBench } from '../analyze/testing.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { optimize } from '../optimize/optimizer.ts';
import { exchangesOf, joinsOf } from '../predict-exchanges.ts';
import type { CatalogSource, PlanSettings, SparkVersion } from '../settings.ts';
import type { PhysicalPlan } from './physical-plan.ts';
import { prepare } from './prepare.ts';

export type Conf = Readonly<Record<string, string>>;

/** No broadcasts, eight partitions, no adaptive execution: what shuffles are looked at with. */
export const SHUFFLES: Conf = {
  'spark.sql.autoBroadcastJoinThreshold': '-1',
  'spark.sql.shuffle.partitions': '8',
  'spark.sql.adaptive.enabled': 'false',
};

function settingsOf(conf: Conf = SHUFFLES, spark: SparkVersion = '3.5'): PlanSettings {
  return { spark, cores: 4, conf };
}

export function bench(conf: Conf = SHUFFLES, spark: SparkVersion = '3.5'): TestBench {
  return new TestBench(spark, conf);
}

export function planned(plan: LogicalPlan, conf: Conf = SHUFFLES, spark: SparkVersion = '3.5'): PhysicalPlan {
  const settings = settingsOf(conf, spark);
  return prepare(optimize(plan, settings).plan, settings);
}

export function plannedSql(sql: string, conf: Conf = SHUFFLES, spark: SparkVersion = '3.5'): PhysicalPlan {
  return planned(bench(conf, spark).sql(sql), conf, spark);
}

/** With more known of the tables, by their names. */
export function plannedOver(
  sql: string,
  known: Readonly<Record<string, Partial<CatalogSource>>>,
): PhysicalPlan {
  return planned(new TestBench('3.5', SHUFFLES, { known }).sql(sql));
}

/** Exchanges in one line each: `hash region 8`, `broadcast`, `single`. */
export function exchanges(plan: PhysicalPlan): readonly string[] {
  return exchangesOf(plan, true).map(({ kind, keys, numPartitions, reused }) => {
    const what =
      kind === 'broadcast' || kind === 'single' ? kind : [kind, keys.join(','), numPartitions].join(' ');
    return reused ? `reused ${what}` : what.replace('  ', ' ');
  });
}

export function joins(plan: PhysicalPlan): readonly string[] {
  return joinsOf(plan).map(({ type, joinType, buildSide }) =>
    [type, joinType, buildSide ?? ''].join(' ').trim(),
  );
}
