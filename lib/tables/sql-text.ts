/** A text as a SQL literal. Queries are texts that people can read and run, so values are written into them. */
export function sqlText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** A name of a table or column, quoted so that any name works. */
export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
