/** A named query over the tables that detectors share and people can use in the SQL console. */
export interface View {
  readonly name: string;
  readonly grain: string;
  readonly doc: string;
  readonly sql: string;
  /** Worked out once after the log is read, because many ask for it; the log does not change any more. */
  readonly stored?: true;
}

export function createViewSql(view: View): string {
  return `CREATE ${view.stored ? 'TABLE' : 'VIEW'} "${view.name}" AS\n${view.sql.trim()}`;
}
