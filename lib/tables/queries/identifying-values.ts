import type { QueryRunner } from '../query-runner.ts';

/** A value that names an application, a user or a machine. */
export interface IdentifyingValueRow {
  readonly category: 'names' | 'hosts';
  readonly value: string;
}

/** Which values of the log name someone or something? One row a value; what is shared is searched for them. */
const IDENTIFYING_VALUES_SQL = `
SELECT DISTINCT category, value
FROM (
  SELECT 'names' AS category, unnest([name, app_id, spark_user]) AS value
  FROM application
  UNION ALL
  SELECT 'names', value
  FROM properties
  WHERE name IN ('user.name', 'spark.app.name', 'spark.app.id', 'spark.jobGroup.id', 'spark.proxy.user')
  UNION ALL
  SELECT 'hosts', value
  FROM properties
  WHERE name IN ('spark.driver.host', 'spark.driver.bindAddress')
  UNION ALL
  SELECT 'hosts', split_part(host_port, ':', 1)
  FROM executors
)
WHERE value IS NOT NULL AND value <> ''
ORDER BY category, value`;

export function identifyingValues(query: QueryRunner): Promise<readonly IdentifyingValueRow[]> {
  return query<IdentifyingValueRow>(IDENTIFYING_VALUES_SQL);
}
