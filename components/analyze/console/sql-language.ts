import type { Completion } from '@codemirror/autocomplete';
import { PostgreSQL, SQLDialect, type SQLNamespace, sql } from '@codemirror/lang-sql';
import type { Extension } from '@codemirror/state';
import type { SchemaItem } from './schema-items.ts';

/** DuckDB's words that PostgreSQL does not have. */
const DuckDb = SQLDialect.define({
  ...PostgreSQL.spec,
  keywords: `${PostgreSQL.spec.keywords ?? ''} qualify exclude pivot unpivot summarize describe asof semi anti positional using sample`,
  builtin: `${PostgreSQL.spec.builtin ?? ''} median quantile_disc quantile_cont arg_max arg_min list_contains unnest any_value round coalesce nullif greatest least`,
});

/** Completion of tables, views and columns, each with what it means. */
export function sqlLanguage(schema: readonly SchemaItem[]): Extension {
  const namespace: Record<string, SQLNamespace> = {};
  for (const { name, grain, doc, columns } of schema) {
    namespace[name] = {
      self: { label: name, type: 'class', detail: grain, info: doc },
      children: columns.map(
        (column): Completion => ({
          label: column.name,
          type: 'property',
          detail: column.unit ?? column.type.toLowerCase(),
          ...(column.doc ? { info: column.doc } : {}),
        }),
      ),
    };
  }
  return sql({ dialect: DuckDb, schema: namespace, upperCaseKeywords: true });
}
