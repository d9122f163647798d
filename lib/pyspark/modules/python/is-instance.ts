import type { Value } from '../../values/value.ts';

const KINDS: Readonly<Record<string, readonly Value['kind'][]>> = {
  str: ['str'],
  int: ['int', 'bool'],
  float: ['float'],
  bool: ['bool'],
  bytes: ['bytes'],
  list: ['list'],
  tuple: ['tuple'],
  dict: ['dict'],
  set: ['set'],
  DataFrame: ['frame'],
  SparkSession: ['session'],
  Column: ['column', 'when'],
  RDD: ['rdd'],
  StructType: ['type'],
  date: ['date', 'datetime'],
  datetime: ['datetime'],
};

/** undefined when it depends on the run. */
export function isInstance(value: Value, cls: Value): boolean | undefined {
  if (cls.kind === 'tuple') {
    const answers = cls.items.map((each) => isInstance(value, each));
    if (answers.includes(true)) return true;
    return answers.includes(undefined) ? undefined : false;
  }
  if (value.kind === 'unknown') return undefined;
  if (cls.kind === 'class') {
    return value.kind === 'instance' ? inherits(value.cls, cls) : false;
  }
  const name =
    cls.kind === 'native' ? cls.name : cls.kind === 'module' ? (cls.name.split('.').at(-1) ?? '') : undefined;
  const kinds = name === undefined || !Object.hasOwn(KINDS, name) ? undefined : KINDS[name];
  return kinds?.includes(value.kind);
}

function inherits(cls: Value, from: Value, depth = 0): boolean | undefined {
  if (cls === from) return true;
  if (cls.kind !== 'class' || depth > 20) return undefined;
  const answers = cls.bases.map((base) => inherits(base, from, depth + 1));
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}
