import type { Field } from '#lib/plan/types/data-type.ts';
import { STRING } from '#lib/plan/types/names.ts';
import type { ReaderValue } from '../../values/spark-value.ts';
import type { Value } from '../../values/value.ts';
import { flatten } from '../columns.ts';
import type { Call, Class, Method } from '../method.ts';
import { settingText, textOf } from '../read-value.ts';
import type { Bound } from '../signature.ts';
import { eager, newFrame } from '../steps.ts';
import { fieldsOfSchema } from '../types/schema.ts';

export function newReader(streaming: boolean): ReaderValue {
  return { kind: 'reader', streaming, format: undefined, options: new Map(), fields: undefined };
}

function withOptions(self: ReaderValue, options: Iterable<readonly [string, Value]>): ReaderValue {
  return {
    ...self,
    options: new Map([...self.options, ...[...options].map(([k, v]) => [k.toLowerCase(), v] as const)]),
  };
}

const TEXT_FIELDS: readonly Field[] = [{ name: 'value', type: STRING, nullable: true }];

/** What Spark reads of the files before any action to find the columns: a job, unless the schema is given. */
function needsJob(format: string, self: ReaderValue): boolean {
  if (self.streaming || self.fields !== undefined) return false;
  return ['parquet', 'orc', 'csv', 'json', 'xml', 'avro'].includes(format);
}

function load(self: ReaderValue, format: string, paths: readonly Value[], call: Call): Value {
  const { run } = call;
  const texts = flatten(paths).map(pathText);
  const known = texts.filter((text) => text !== undefined);
  if (known.length < texts.length || texts.length === 0) {
    call.note('a source whose name depends on the run', 'its columns and size are not known');
  }
  const source = known.join(',') || '?';
  const written = known.length === 1 ? run.session.written.get(known[0]!) : undefined;
  const fields =
    self.fields ?? (format === 'text' ? TEXT_FIELDS : format === 'binaryfile' ? undefined : written);
  if (known.length > LISTED_ON_DRIVER) eager(call, { kind: 'list-files', paths: known.length });
  if (needsJob(format, self))
    eager(call, { kind: 'infer-schema', format: eagerFormat(format, self), source });
  return newFrame(call, run.analyzer.relation({ source, format, fields }, call.at), self.streaming);
}

/** Paths from which on a job lists their files (spark.sql.sources.parallelPartitionDiscovery.threshold). */
const LISTED_ON_DRIVER = 32;

/** csv with `inferSchema` reads the data once more than csv with its header alone; `mergeSchema` reads every footer. */
function eagerFormat(format: string, self: ReaderValue): string {
  const isOn = (option: string) => settingText(self.options.get(option))?.toLowerCase() === 'true';
  if (format === 'csv' && isOn('inferschema')) return 'csv with inferSchema';
  return ['parquet', 'orc'].includes(format) && isOn('mergeschema') ? `${format} with mergeSchema` : format;
}

/** Paths are compared as they are written, without the slash at their end. */
export function pathText(value: Value): string | undefined {
  const text = textOf(value);
  return text !== undefined && text.length > 1 ? text.replace(/\/+$/, '') : text;
}

function reading(format: string, signature: string): Method<ReaderValue> {
  return [
    signature,
    (self, a, call) => {
      const schema = a.get('schema');
      const given = withOptions(self, a.extra);
      const inferred = a.get('inferSchema')
        ? withOptions(given, [['inferSchema', a.get('inferSchema')!]])
        : given;
      const reader = schema ? { ...inferred, fields: fieldsOfSchema(schema) } : inferred;
      const path = a.get('path');
      if (path?.kind === 'rdd') {
        eager(call, { kind: 'infer-schema', format, source: '<rdd>' });
        return newFrame(
          call,
          call.run.analyzer.rows('rdd', reader.fields ?? [], undefined, undefined, call.at),
        );
      }
      return load(reader, format, [...a.rest, ...(path ? [path] : [])], call);
    },
  ];
}

function table(self: ReaderValue, a: Bound, call: Call): Value {
  const name = textOf(a.get('tableName'));
  return name === undefined ? unknownTable(call) : tableFrame(name, call, self.streaming);
}

/** A temp view of this session, else a table of the catalog. */
export function tableFrame(name: string, call: Call, streaming = false): Value {
  const { run } = call;
  const view = run.session.views.get(name.toLowerCase().replaceAll('`', ''));
  if (view)
    return newFrame(call, run.analyzer.alias(view, name.split('.').at(-1) ?? name, call.at), streaming);
  const fields = run.session.written.get(name);
  return newFrame(call, run.analyzer.relation({ source: name, format: 'table', fields }, call.at), streaming);
}

function unknownTable(call: Call): Value {
  call.note('a table whose name depends on the run', 'its columns and size are not known');
  return newFrame(
    call,
    call.run.analyzer.relation({ source: '?', format: 'table', fields: undefined }, call.at),
  );
}

/** DataFrameReader and DataStreamReader. */
export const READER_CLASS: Class<ReaderValue> = {
  methods: {
    format: ['source', (self, a) => ({ ...self, format: textOf(a.get('source'))?.toLowerCase() })],
    schema: [
      'schema',
      (self, a, call) => {
        const fields = fieldsOfSchema(a.get('schema'));
        if (fields === undefined)
          call.note('a schema that depends on the run', 'the columns are taken from the source');
        return { ...self, fields };
      },
    ],
    option: [
      'key, value',
      (self, a) => {
        const key = textOf(a.get('key'));
        return key === undefined ? self : withOptions(self, [[key, a.get('value') ?? { kind: 'none' }]]);
      },
    ],
    options: ['', (self, a) => withOptions(self, a.extra)],
    load: [
      'path, format, schema',
      (self, a, call) => {
        const schema = a.get('schema');
        const reader = withOptions(schema ? { ...self, fields: fieldsOfSchema(schema) } : self, a.extra);
        const format = textOf(a.get('format'))?.toLowerCase() ?? self.format ?? 'parquet';
        if (LOADED_BY_OPTIONS.has(format)) return loadByOptions(reader, format, call);
        const path = a.get('path') ?? reader.options.get('path');
        return load(reader, format, path ? [path] : [], call);
      },
    ],
    parquet: reading('parquet', '*paths'),
    orc: reading('orc', 'path'),
    json: reading('json', 'path, schema'),
    csv: reading('csv', 'path, schema, sep, encoding, quote, escape, comment, header, inferSchema'),
    text: reading('text', 'path'),
    xml: reading('xml', 'path, rowTag, schema'),
    avro: reading('avro', 'path'),
    delta: reading('delta', 'path'),
    table: ['tableName', table],
    jdbc: [
      'url, table, column, lowerBound, upperBound, numPartitions, predicates, properties',
      (_, a, call) => {
        const source = textOf(a.get('table')) ?? '?';
        return newFrame(
          call,
          call.run.analyzer.relation({ source, format: 'jdbc', fields: undefined }, call.at),
        );
      },
    ],
    name: ['queryName', (self) => self],
  },
  properties: {},
};

const LOADED_BY_OPTIONS = new Set([
  'jdbc',
  'kafka',
  'rate',
  'rate-micro-batch',
  'socket',
  'bigquery',
  'snowflake',
  'redshift',
]);

const KAFKA = [
  'key:binary',
  'value:binary',
  'topic:string',
  'partition:int',
  'offset:bigint',
  'timestamp:timestamp',
  'timestampType:int',
];
const RATE = ['timestamp:timestamp', 'value:bigint'];

/** Sources that are no files; some have the same columns always. */
function loadByOptions(self: ReaderValue, format: string, call: Call): Value {
  const source = ['dbtable', 'query', 'subscribe', 'table', 'path']
    .map((key) => textOf(self.options.get(key)))
    .find(Boolean);
  const always =
    format === 'kafka'
      ? KAFKA
      : format.startsWith('rate')
        ? RATE
        : format === 'socket'
          ? ['value:string']
          : undefined;
  const fields =
    self.fields ??
    (always ? fieldsOfSchema({ kind: 'str', value: always.join(', ').replaceAll(':', ' ') }) : undefined);
  const plan = call.run.analyzer.relation({ source: source ?? format, format, fields }, call.at);
  return newFrame(call, plan, self.streaming);
}
