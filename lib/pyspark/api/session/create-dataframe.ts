import type { Field } from '#lib/plan/types/data-type.ts';
import { UNKNOWN } from '#lib/plan/types/names.ts';
import { elementsOf } from '../../values/iterate.ts';
import type { RddValue } from '../../values/spark-value.ts';
import type { Value } from '../../values/value.ts';
import type { Call } from '../method.ts';
import { elementOf } from '../rdd/elements.ts';
import { namesOf } from '../read-value.ts';
import { eager, newFrame, settingOf } from '../steps.ts';
import { fieldsOfRow } from '../types/infer-type.ts';
import { fieldsOfSchema } from '../types/schema.ts';

/** SparkSession.createDataFrame: of a list, an RDD, or a pandas frame. */
export function createDataFrame(call: Call, data: Value, schema: Value | undefined): Value {
  const { run } = call;
  const names = schema && schema.kind !== 'str' && schema.kind !== 'type' ? namesOf(schema) : undefined;
  const fields = fieldsOfSchema(schema);
  if (data.kind === 'rdd') return ofRdd(call, data, fields, names);
  if (data.kind === 'pandas-frame') {
    // Through Arrow the rows come into the plan; without it they travel as an RDD of which nothing is known.
    const local = arrowEnabled(call);
    const of = fields ?? renamed(data.fields, names) ?? [];
    return newFrame(
      call,
      run.analyzer.rows(local ? 'local' : 'rdd', of, data.rows, run.settings.cores, call.at),
    );
  }
  const elements = elementsOf(data);
  const first = elements?.items[0];
  const inferred = fields ?? (first ? merged(elements.items, names) : undefined);
  if (inferred === undefined) {
    if (names === undefined)
      call.note('rows that depend on the run', 'the columns of this DataFrame are not known');
    const unknownFields = (names ?? []).map((name): Field => ({ name, type: UNKNOWN, nullable: true }));
    return newFrame(call, run.analyzer.rows('rdd', unknownFields, undefined, run.settings.cores, call.at));
  }
  const rows = elements && !elements.open ? elements.items.length : undefined;
  return newFrame(call, run.analyzer.rows('rdd', inferred, rows, run.settings.cores, call.at));
}

/** `rdd.toDF()` and createDataFrame(rdd): without a schema the first row is fetched, which is a job. */
function ofRdd(
  call: Call,
  data: RddValue,
  fields: readonly Field[] | undefined,
  names: readonly string[] | undefined,
): Value {
  const { run } = call;
  const known = fields ?? fieldsOfRow(elementOf(data), names);
  if (fields === undefined) eager(call, { kind: 'rdd-count', rdd: data.rdd }, 'createDataFrame');
  if (known === undefined && names === undefined) {
    call.note('rows made by Python functions', 'the columns of this DataFrame are not known');
  }
  const unknownFields = (names ?? []).map((name): Field => ({ name, type: UNKNOWN, nullable: true }));
  return newFrame(
    call,
    run.analyzer.rows('rdd', known ?? unknownFields, undefined, data.rdd.partitions, call.at),
  );
}

function renamed(
  fields: readonly Field[] | undefined,
  names: readonly string[] | undefined,
): readonly Field[] | undefined {
  return fields?.map((field, index) => ({ ...field, name: names?.[index] ?? field.name }));
}

/** Types of the first row in which a value is not None. */
function merged(rows: readonly Value[], names: readonly string[] | undefined): readonly Field[] | undefined {
  const [first, ...rest] = rows.slice(0, 100).map((row) => fieldsOfRow(row, names));
  return first?.map((field, index) => {
    if (field.type.kind !== 'void') return field;
    const better = rest.find((fields) => fields?.[index] && fields[index].type.kind !== 'void');
    return better?.[index] ?? field;
  });
}

function arrowEnabled(call: Call): boolean {
  const set = settingOf(call.run, 'spark.sql.execution.arrow.pyspark.enabled');
  return set === undefined ? ['4.2', '4.3'].includes(call.run.settings.spark) : set.toLowerCase() === 'true';
}
