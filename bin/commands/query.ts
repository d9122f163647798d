import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toCsv } from '#lib/tables/export/csv.ts';
import { toParquet } from '#lib/tables/export/parquet.ts';
import { TABLES } from '#lib/tables/schema/tables.ts';
import { VIEWS } from '#lib/tables/views/views.ts';
import { UsageError } from '../errors.ts';
import { parseOptions } from '../parse-options.ts';
import { printTable } from '../print-table.ts';
import { findLogs, type LoadedLog, load, onlyLog } from '../read-logs.ts';

const OPTIONS = {
  json: { type: 'boolean', default: false },
  sql: { type: 'string' },
  export: { type: 'string' },
  app: { type: 'string' },
} as const;

export async function query(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS);
  if (values.sql === undefined && values.export === undefined && positionals.length === 0) {
    process.stdout.write(tableList());
    return 0;
  }
  const log = await load(onlyLog(await findLogs(positionals, values.app)));
  try {
    if (values.export !== undefined) await exportTables(log, values.export);
    if (values.sql !== undefined) await answer(log, values.sql, values.json);
    if (values.sql === undefined && values.export === undefined) process.stdout.write(tableList());
  } finally {
    await log.database.close();
  }
  return 0;
}

async function answer({ database }: LoadedLog, sql: string, asJson: boolean): Promise<void> {
  const result = await database.query(sql).catch((error: Error) => {
    throw new UsageError(firstLines(error.message));
  });
  process.stdout.write(asJson ? `${JSON.stringify(result.rows)}\n` : printTable(result));
}

async function exportTables({ database }: LoadedLog, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name } of TABLES) {
    const result = await database.query(`SELECT * FROM "${name}"`);
    await writeFile(join(folder, `${name}.csv`), toCsv(result));
    await writeFile(join(folder, `${name}.parquet`), new Uint8Array(toParquet(result)));
  }
  process.stderr.write(`shufflescope: wrote ${TABLES.length} tables to ${folder}\n`);
}

function tableList(): string {
  const lines = [
    ...TABLES.map((table) => [table.name, table.grain]),
    ...VIEWS.map((view) => [view.name, `view: ${view.grain}`]),
  ];
  return `${lines.map(([name, grain]) => `${name?.padEnd(18)} ${grain}`).join('\n')}\n`;
}

/** DuckDB adds the place in the statement; what follows after it says nothing to people. */
function firstLines(message: string): string {
  return message.split('\n').slice(0, 5).join('\n');
}
