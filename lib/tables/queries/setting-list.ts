import type { QueryRunner } from '../query-runner.ts';

export interface SettingRow {
  readonly source: string;
  readonly name: string;
  readonly value: string | null;
  /** For settings that a SQL execution changed. */
  readonly execution_id: number | null;
}

/** With which settings did the run work? One row a setting; Spark's own first. */
export const SETTING_LIST_SQL = `
SELECT source, name, value, execution_id
FROM properties
ORDER BY array_position(['spark', 'session', 'jvm', 'system', 'hadoop', 'metrics', 'classpath'], source), name, execution_id`;

export function settingList(query: QueryRunner): Promise<readonly SettingRow[]> {
  return query<SettingRow>(SETTING_LIST_SQL);
}
