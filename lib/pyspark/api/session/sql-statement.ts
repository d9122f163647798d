import type { Column } from '#lib/plan/analyze/column.ts';
import type { Query } from '#lib/plan/analyze/query.ts';
import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { formatText } from '../../values/format.ts';
import { unknown } from '../../values/make.ts';
import type { FrameValue } from '../../values/spark-value.ts';
import type { Value } from '../../values/value.ts';
import { literalOrColumn } from '../columns.ts';
import type { Call } from '../method.ts';
import { textOf } from '../read-value.ts';
import { sqlOf, withUdfs } from '../sql-text.ts';
import { newFrame } from '../steps.ts';
import { runCommand } from './sql-commands.ts';
import { reportFileTables } from './sql-sources.ts';

/** `spark.sql(text, args, **frames)`: a query becomes a plan, a command changes the session. */
export function sqlStatement(
  call: Call,
  query: Value | undefined,
  args: Value | undefined,
  frames: ReadonlyMap<string, Value>,
): Value {
  const template = textOf(query);
  if (template === undefined) {
    call.note('SQL text that depends on the run', NOT_KNOWN);
    return unknownResult(call, 'SQL text that depends on the run');
  }
  const { run } = call;
  const views = new Map(run.session.views);
  const text = withParameters(withFrames(template, frames, views), args);
  const { statements, problems } = sqlOf(run).parseSql(text);
  const [statement] = statements;
  if (statement === undefined) {
    call.note(`SQL that cannot be read: ${problems[0]?.message ?? 'no statement'}`, NOT_KNOWN);
    return unknownResult(call, 'SQL that cannot be read');
  }
  const frameOf = (of: Query): FrameValue => queryFrame(call, of, views);
  return statement.kind === 'query' ? frameOf(statement.query) : runCommand(call, statement, frameOf);
}

function queryFrame(call: Call, query: Query, views: ReadonlyMap<string, LogicalPlan>): FrameValue {
  reportFileTables(call, query);
  const known = withUdfs(query, call.run.session.udfs);
  return newFrame(call, call.run.analyzer.query(known, views, call.at));
}

const NOT_KNOWN = 'its columns and how it is computed are not known';

function unknownResult(call: Call, why: string): Value {
  return newFrame(call, call.run.analyzer.opaque(why, [], [], call.at));
}

/** `spark.sql("… {df} …", df=df)`: the DataFrame gets a name of its own for this query. */
function withFrames(
  text: string,
  frames: ReadonlyMap<string, Value>,
  views: Map<string, LogicalPlan>,
): string {
  if (frames.size === 0) return text;
  const shown = formatText(text, [], (name) => {
    const value = frames.get(name);
    if (value?.kind !== 'frame') return value ?? unknown(`the value of ${name}`);
    const view = `__frame_${name}`;
    views.set(view, value.plan);
    return { kind: 'str', value: view };
  });
  return shown ?? text;
}

/** `:name` and `?` with constants; others are left for the analyzer to find unknown. */
function withParameters(text: string, args: Value | undefined): string {
  if (args?.kind === 'dict') {
    const values = new Map(
      [...args.entries.values()].map(([key, value]) => [textOf(key), literalText(value)]),
    );
    return text.replace(/(?<![:\w]):(\w+)/g, (whole, name: string) => values.get(name) ?? whole);
  }
  if (args?.kind === 'list' || args?.kind === 'tuple') {
    let next = 0;
    return text.replace(/\?/g, (whole) => {
      const value = args.items[next++];
      return (value && literalText(value)) ?? whole;
    });
  }
  return text;
}

function literalText(value: Value): string | undefined {
  const column: Column = literalOrColumn(value);
  if (column.kind !== 'value') return undefined;
  if (typeof column.value === 'string') {
    const quoted = `'${column.value.replaceAll("'", "\\'")}'`;
    return column.type.kind === 'date' || column.type.kind === 'timestamp'
      ? `${column.type.kind} ${quoted}`
      : quoted;
  }
  return String(column.value);
}
