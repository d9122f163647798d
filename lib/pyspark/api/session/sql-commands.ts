import type { Query } from '#lib/plan/analyze/query.ts';
import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import type { Statement } from '../../sql/parsed-sql.ts';
import { unknown } from '../../values/make.ts';
import type { FrameValue } from '../../values/spark-value.ts';
import type { Value } from '../../values/value.ts';
import { tableFrame } from '../io/reader-class.ts';
import type { Call } from '../method.ts';
import { eager, newFrame, writeAction } from '../steps.ts';

export type Command = Exclude<Statement, { kind: 'query' }>;

/** Statements that are no queries: they change the session, or write. */
export function runCommand(call: Call, command: Command, frameOf: (query: Query) => FrameValue): Value {
  const { session, analyzer } = call.run;
  switch (command.kind) {
    case 'set':
      session.conf.set(command.key, command.value);
      break;
    case 'use':
      session.database = command.name.join('.');
      break;
    case 'create-view': {
      const frame = frameOf(command.query);
      const { columnNames } = command;
      const plan = columnNames ? analyzer.toNames(frame.plan, columnNames, call.at) : frame.plan;
      session.views.set(viewName(command.name, command.global), plan);
      break;
    }
    case 'drop':
      session.views.delete(viewName(command.name, false));
      break;
    case 'cache':
      cacheTable(call, command, frameOf);
      break;
    case 'uncache': {
      const frame = tableFrame(command.name.join('.'), call);
      if (frame.kind === 'frame') session.cached.remove(frame.plan);
      break;
    }
    case 'create-table':
    case 'insert':
      write(call, command, frameOf(command.query));
      break;
    default:
      call.note(
        `SQL command ${command.kind === 'other' ? command.what : command.kind}`,
        'what it does is not shown',
      );
      return unknown('the answer of a SQL command', { from: [{ kind: 'session' }] });
  }
  return newFrame(call, analyzer.rows('local', [], 0, undefined, call.at));
}

function viewName(name: readonly string[], global: boolean): string {
  return `${global && name.length === 1 ? 'global_temp.' : ''}${name.join('.')}`.toLowerCase();
}

/** CACHE TABLE runs at once unless it is LAZY. */
function cacheTable(
  call: Call,
  command: Command & { kind: 'cache' },
  frameOf: (query: Query) => FrameValue,
): void {
  const { session } = call.run;
  const name = command.name.join('.');
  if (command.query) session.views.set(name.toLowerCase(), frameOf(command.query).plan);
  const plan = session.views.get(name.toLowerCase()) ?? planOf(tableFrame(name, call));
  if (plan === undefined) return;
  session.cached.add(plan, call.at);
  if (!command.lazy) eager(call, { kind: 'materialize', plan });
}

function planOf(value: Value): LogicalPlan | undefined {
  return value.kind === 'frame' ? value.plan : undefined;
}

function write(call: Call, command: Command & { kind: 'create-table' | 'insert' }, frame: FrameValue): void {
  const { run } = call;
  const target = (command.kind === 'insert' ? command.target : command.name).join('.');
  const format = command.kind === 'insert' ? 'table' : (command.format ?? 'parquet');
  const buckets = command.kind === 'create-table' ? command.bucketBy : undefined;
  const plan = run.analyzer.write(frame.plan, format, target, command.partitionBy, buckets, call.at);
  writeAction(call, plan, frame);
  const fields = run.analyzer.output(frame.plan).map(({ name, type }) => ({ name, type, nullable: true }));
  run.session.written.set(target, fields);
}
