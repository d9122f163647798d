import { NONE, str, unknown } from '../../values/make.ts';
import type { SessionValue } from '../../values/spark-value.ts';
import type { Value } from '../../values/value.ts';
import { newReader, tableFrame } from '../io/reader-class.ts';
import type { Call, Class, Methods } from '../method.ts';
import { numberOf, textOf } from '../read-value.ts';
import { newFrame } from '../steps.ts';
import { createDataFrame } from './create-dataframe.ts';
import { sqlStatement } from './sql-statement.ts';

const stop: Methods<SessionValue>[string] = ['', () => NONE];
const same: Methods<SessionValue>[string] = ['', (self) => self];

/** SparkSession, and the SQLContext of old. */
export const SESSION_CLASS: Class<SessionValue> = {
  methods: {
    sql: ['sqlQuery, args', (_, a, call) => sqlStatement(call, a.get('sqlQuery'), a.get('args'), a.extra)],
    table: [
      'tableName',
      (_, a, call) => {
        const name = textOf(a.get('tableName'));
        if (name === undefined)
          call.note('a table whose name depends on the run', 'its columns and size are not known');
        return tableFrame(name ?? '?', call);
      },
    ],
    range: [
      'start, end, step, numPartitions',
      (_, a, call) => range(call, a.get('start'), a.get('end'), a.get('step'), a.get('numPartitions')),
    ],
    createDataFrame: [
      'data, schema, samplingRatio, verifySchema',
      (_, a, call) => createDataFrame(call, a.get('data') ?? unknown('rows'), a.get('schema')),
    ],
    newSession: same,
    getOrCreate: same,
    active: same,
    getActiveSession: same,
    emptyDataFrame: [
      '',
      (_, __, call) => newFrame(call, call.run.analyzer.rows('local', [], 0, undefined, call.at)),
    ],
    stop,
    setCheckpointDir: stop,
    registerFunction: ['name, f, returnType', () => NONE],
    addTag: stop,
    clearTags: stop,
    interruptAll: stop,
    tvf: same,
    readStream: ['', () => newReader(true)],
    clearCache: [
      '',
      (_, __, call) => {
        call.run.session.cached.clear();
        return NONE;
      },
    ],
  },
  properties: {
    read: () => newReader(false),
    readStream: () => newReader(true),
    conf: (self) => ({ kind: 'conf', of: self }),
    catalog: (self) => ({ kind: 'catalog', of: self }),
    udf: (self) => ({ kind: 'udf-registration', of: self }),
    udtf: (self) => ({ kind: 'udf-registration', of: self }),
    sparkContext: () => ({ kind: 'context' }),
    _sc: () => ({ kind: 'context' }),
    sparkSession: (self) => self,
    streams: () => unknown('the streaming queries'),
    version: (_, call) => str(`${call.run.settings.spark}.0`),
    builder: () => ({ kind: 'builder', conf: new Map() }),
  },
  other: (_, name) => unknown(`spark.${name}`),
};

function range(
  call: Call,
  start: Value | undefined,
  end: Value | undefined,
  step: Value | undefined,
  partitions: Value | undefined,
): Value {
  const first = numberOf(start);
  const last = numberOf(end);
  if (first === undefined || (end !== undefined && last === undefined)) {
    call.note('a range that depends on the run', 'its size is not known');
  }
  const from = end === undefined ? 0 : (first ?? 0);
  const to = end === undefined ? (first ?? 1_000_000_000) : (last ?? 1_000_000_000);
  return newFrame(
    call,
    call.run.analyzer.range(from, to, numberOf(step) ?? 1, numberOf(partitions), call.at),
  );
}
