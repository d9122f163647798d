import type { Run } from '../interpret/run.ts';
import { moduleCall } from '../modules/registry.ts';
import { column, unknown } from '../values/make.ts';
import type { Args, CallSite, UnknownValue, Value } from '../values/value.ts';
import { COLUMN_CLASS, columnItem } from './column/column-class.ts';
import { WINDOW_SPEC_CLASS } from './column/window-class.ts';
import { DATAFRAME_CLASS, frameItem } from './dataframe/dataframe-class.ts';
import { COGROUPED_CLASS, GROUPED_CLASS } from './dataframe/grouped-class.ts';
import { frameOf as opaqueFrame } from './frame-of.ts';
import { udfColumn } from './functions/special-functions.ts';
import { READER_CLASS } from './io/reader-class.ts';
import { WRITER_CLASS, WRITER_V2_CLASS } from './io/writer-class.ts';
import { Call, type Class, entry } from './method.ts';
import { OPAQUE_CLASS, opaque, PANDAS_CLASS } from './other/opaque-class.ts';
import { ACCUMULATOR_CLASS, BROADCAST_CLASS, UDF_CLASS } from './other/small-classes.ts';
import { CONTEXT_CLASS } from './rdd/context-class.ts';
import { RDD_CLASS } from './rdd/rdd-class.ts';
import { BUILDER_CLASS, HELPER_CLASSES, SPARK_CONF_CLASS } from './session/helper-classes.ts';
import { SESSION_CLASS } from './session/session-class.ts';
import { FIELD_CLASS, TYPE_CLASS } from './types/type-class.ts';

const CLASSES = {
  session: SESSION_CLASS,
  builder: BUILDER_CLASS,
  'spark-conf': SPARK_CONF_CLASS,
  context: CONTEXT_CLASS,
  frame: DATAFRAME_CLASS,
  column: COLUMN_CLASS,
  when: COLUMN_CLASS,
  grouped: GROUPED_CLASS,
  cogrouped: COGROUPED_CLASS,
  'window-spec': WINDOW_SPEC_CLASS,
  reader: READER_CLASS,
  writer: WRITER_CLASS,
  'writer-v2': WRITER_V2_CLASS,
  rdd: RDD_CLASS,
  broadcast: BROADCAST_CLASS,
  accumulator: ACCUMULATOR_CLASS,
  udf: UDF_CLASS,
  type: TYPE_CLASS,
  field: FIELD_CLASS,
  opaque: OPAQUE_CLASS,
  'pandas-frame': PANDAS_CLASS,
  ...HELPER_CLASSES,
} as const;

/** The class of a PySpark object; undefined for everything else. Each class is only ever given values of its own kind. */
export function classOf(value: Value): Class<Value> | undefined {
  return entry(CLASSES as unknown as Readonly<Record<string, Class<Value>>>, value.kind);
}

/** A call of a PySpark object itself: `my_udf(col)`, `Row("a")(1)`, `StringType()`, a class of a module. */
export function callApi(run: Run, fn: Value, args: Args, site: CallSite): Value | undefined {
  switch (fn.kind) {
    case 'udf':
      return column(udfColumn(fn, [...args.positional, ...args.keywords.values()]));
    case 'type':
      return fn;
    case 'row-class':
      return { kind: 'tuple', names: fn.names, items: args.positional };
    case 'opaque':
      return opaque(fn.what, fn.library, new Map([...fn.settings, ...args.keywords]));
    case 'module': {
      const call = moduleCall(run, fn.name);
      return call && run.call(call, args, site);
    }
    default:
      return undefined;
  }
}

/** Methods that only a DataFrame has: a value that came from Spark and is used so is taken for one. */
export function frameOf(run: Run, value: UnknownValue, name: string, site: CallSite): Value | undefined {
  const isMethod = entry(DATAFRAME_CLASS.methods, name) ?? entry(DATAFRAME_CLASS.properties, name);
  return isMethod ? opaqueFrame(new Call(run, site, name), value) : undefined;
}

export function itemOf(run: Run, of: Value, index: Value, site: CallSite): Value {
  switch (of.kind) {
    case 'frame':
      return frameItem(of, index, new Call(run, site, '[]'));
    case 'column':
    case 'when':
      return columnItem(of, index);
    case 'type': {
      const field = of.fields?.find(({ name }, at) =>
        index.kind === 'str' ? name === index.value : index.kind === 'int' && at === index.value,
      );
      return field ? { kind: 'field', field } : unknown('a field that is not known');
    }
    case 'opaque':
      return of;
    default:
      return unknown(`an item of a ${of.kind}`);
  }
}
