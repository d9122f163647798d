import type { Column } from '#lib/plan/analyze/column.ts';
import type { Run } from '../interpret/run.ts';
import type { UdfValue } from '../values/spark-value.ts';
import type { Call } from './method.ts';
import { type SqlParser, SqlWanted } from './sql-parser.ts';

function unread(text: string): Column {
  return { kind: 'unknown', why: `SQL text that cannot be read: ${text}`, reads: [] };
}

/** The parser, without which there is no going on. */
export function sqlOf({ sql }: Run): SqlParser {
  if (sql === undefined) throw new SqlWanted();
  return sql;
}

/** `expr("a + 1")`, `filter("a > 1")`: SQL text as a column. */
export function parseColumn(call: Call, text: string): Column {
  const { run } = call;
  const parsed = sqlOf(run).parseExpression(text);
  if ('message' in parsed) {
    call.note(`SQL text that cannot be read: ${parsed.message}`, 'the column is not known');
    return unread(text);
  }
  return withUdfs(parsed, run.session.udfs);
}

/** Columns with commas between them. */
export function parseColumns(call: Call, text: string): readonly Column[] {
  const { run } = call;
  const parsed = sqlOf(run).parseColumnList(text);
  if ('message' in parsed) {
    call.note(`SQL text that cannot be read: ${parsed.message}`, 'the columns are not known');
    return [unread(text)];
  }
  return withUdfs(parsed, run.session.udfs);
}

/** Functions that the program registered for SQL, in place of the calls of their names. */
export function withUdfs<T>(parsed: T, udfs: ReadonlyMap<string, UdfValue>): T {
  return udfs.size === 0 ? parsed : (replaceCalls(parsed, udfs) as T);
}

/** Parsed SQL is a plain tree; plans that a program passed in are left alone. */
function replaceCalls(node: unknown, udfs: ReadonlyMap<string, UdfValue>): unknown {
  if (Array.isArray(node)) return node.map((each) => replaceCalls(each, udfs));
  if (typeof node !== 'object' || node === null) return node;
  const { kind, fn, args } = node as { kind?: string; fn?: unknown; args?: unknown };
  if (kind === 'plan') return node;
  const udf = kind === 'call' && typeof fn === 'string' ? udfs.get(fn.toLowerCase()) : undefined;
  if (udf) {
    const { name, type, mode, deterministic } = udf;
    return { kind: 'udf', name, args: replaceCalls(args, udfs), type, mode, deterministic };
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, replaceCalls(value, udfs)]));
}
