import type { Field } from '#lib/plan/types/data-type.ts';
import { args as argsOf, NONE, unknown } from '../../values/make.ts';
import type { WriterV2Value, WriterValue } from '../../values/spark-value.ts';
import type { Value } from '../../values/value.ts';
import { flatten } from '../columns.ts';
import type { Call, Class, Method } from '../method.ts';
import { namesOf, numberOf, textOf } from '../read-value.ts';
import { newFrame, writeAction } from '../steps.ts';
import { pathText } from './reader-class.ts';

function namesGiven(values: readonly Value[]): readonly string[] {
  return flatten(values).flatMap((value) => (value.kind === 'str' ? [value.value] : []));
}

function write(self: WriterValue, format: string, target: Value | undefined, call: Call): Value {
  if (self.streaming) return startStream(self, call);
  const path = target && pathText(target);
  if (target && path === undefined)
    call.note('a target whose name depends on the run', 'where it is written is not known');
  const { run } = call;
  const plan = run.analyzer.write(self.frame.plan, format, path, self.partitionBy, self.bucketBy, call.at);
  writeAction(call, plan, self.frame);
  if (path !== undefined) run.session.written.set(path, fieldsWritten(self, call));
  return NONE;
}

/** As a later read of the same place finds them: partition columns last, and everything nullable. */
function fieldsWritten(self: WriterValue, call: Call): readonly Field[] {
  const fields = call.run.analyzer
    .output(self.frame.plan)
    .map(({ name, type }) => ({ name, type, nullable: true }));
  const isKey = (field: Field): boolean =>
    self.partitionBy.some((key) => key.toLowerCase() === field.name.toLowerCase());
  return [...fields.filter((field) => !isKey(field)), ...fields.filter(isKey)];
}

function writing(format: string): Method<WriterValue> {
  return [
    'path, mode, partitionBy',
    (self, a, call) => write(withPartitions(self, a.get('partitionBy')), format, a.get('path'), call),
  ];
}

function withPartitions(self: WriterValue, given: Value | undefined): WriterValue {
  const names = namesOf(given);
  return names ? { ...self, partitionBy: names } : self;
}

/** DataFrameWriter and DataStreamWriter. */
export const WRITER_CLASS: Class<WriterValue> = {
  methods: {
    mode: ['saveMode', (self) => self],
    outputMode: ['outputMode', (self) => self],
    queryName: ['queryName', (self) => self],
    trigger: ['processingTime', (self) => self],
    format: ['source', (self, a) => ({ ...self, format: textOf(a.get('source'))?.toLowerCase() })],
    option: [
      'key, value',
      (self, a) => {
        const key = textOf(a.get('key'))?.toLowerCase();
        return key === undefined
          ? self
          : { ...self, options: new Map([...self.options, [key, a.get('value') ?? NONE]]) };
      },
    ],
    options: ['', (self, a) => ({ ...self, options: new Map([...self.options, ...a.extra]) })],
    partitionBy: ['*cols', (self, a) => ({ ...self, partitionBy: namesGiven(a.rest) })],
    clusterBy: ['*cols', (self) => self],
    bucketBy: [
      'numBuckets, col, *cols',
      (self, a) => {
        const count = numberOf(a.get('numBuckets'));
        const columns = namesGiven(
          [...(a.get('col') ? [a.get('col')!] : []), ...a.rest].flatMap((value) => flatten([value])),
        );
        return count === undefined ? self : { ...self, bucketBy: { columns, count } };
      },
    ],
    sortBy: ['col, *cols', (self) => self],
    parquet: writing('parquet'),
    orc: writing('orc'),
    json: writing('json'),
    csv: writing('csv'),
    text: writing('text'),
    xml: writing('xml'),
    avro: writing('avro'),
    save: [
      'path, format, mode, partitionBy',
      (self, a, call) => {
        const format = textOf(a.get('format'))?.toLowerCase() ?? self.format ?? 'parquet';
        const path = a.get('path') ?? self.options.get('path') ?? self.options.get('dbtable');
        return write(withPartitions(self, a.get('partitionBy')), format, path, call);
      },
    ],
    saveAsTable: [
      'name, format, mode, partitionBy',
      (self, a, call) => {
        const format = textOf(a.get('format')) ?? self.format ?? 'parquet';
        return write(withPartitions(self, a.get('partitionBy')), format, a.get('name'), call);
      },
    ],
    insertInto: ['tableName, overwrite', (self, a, call) => write(self, 'table', a.get('tableName'), call)],
    jdbc: ['url, table, mode, properties', (self, a, call) => write(self, 'jdbc', a.get('table'), call)],
    foreachBatch: ['func', (self, a) => ({ ...self, foreachBatch: a.get('func') ?? NONE })],
    foreach: ['f', (self) => self],
    start: ['path, format, outputMode, partitionBy, queryName', (self, _, call) => startStream(self, call)],
    toTable: [
      'tableName, format, outputMode, partitionBy, queryName',
      (self, _, call) => startStream(self, call),
    ],
  },
  properties: {},
};

/** A stream's queries run batch after batch; what a batch function does is shown once, on an opaque batch. */
function startStream(self: WriterValue, call: Call): Value {
  void call.at;
  const { run } = call;
  call.note('a streaming query', 'its batches run for as long as it does; they are not counted');
  if (self.foreachBatch) {
    const fields = run.analyzer
      .output(self.frame.plan)
      .map(({ name, type, nullable }) => ({ name, type, nullable }));
    const batch = newFrame(
      call,
      run.analyzer.opaque('a batch of the stream', fields, [self.frame.plan], call.at),
    );
    run.conditions.push('each batch of the stream');
    try {
      run.call(self.foreachBatch, argsOf([batch, unknown('the number of the batch')]), call.site);
    } finally {
      run.conditions.pop();
    }
  }
  return { kind: 'query', of: self };
}

const v2: Method<WriterV2Value> = [
  '',
  (self, _, call) => {
    const plan = call.run.analyzer.write(
      self.frame.plan,
      self.format ?? 'table',
      self.table,
      [],
      undefined,
      call.at,
    );
    writeAction(call, plan, self.frame);
    return NONE;
  },
];

/** DataFrameWriterV2: `df.writeTo("t").append()`. */
export const WRITER_V2_CLASS: Class<WriterV2Value> = {
  methods: {
    using: ['provider', (self, a) => ({ ...self, format: textOf(a.get('provider'))?.toLowerCase() })],
    option: ['key, value', (self) => self],
    options: ['', (self) => self],
    tableProperty: ['property, value', (self) => self],
    partitionedBy: ['col, *cols', (self) => self],
    clusterBy: ['col, *cols', (self) => self],
    create: v2,
    replace: v2,
    createOrReplace: v2,
    append: v2,
    overwrite: ['condition', v2[1]],
    overwritePartitions: v2,
  },
  properties: {},
};
