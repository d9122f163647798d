import type { PythonUdf } from '#lib/plan/expression/expression.ts';
import type { DataType } from '#lib/plan/types/data-type.ts';
import { parseType } from '#lib/plan/types/parse-type.ts';
import type { Run } from '../../interpret/run.ts';
import { functions, type ModuleTable } from '../../modules/table.ts';
import { NONE, native } from '../../values/make.ts';
import type { UdfValue } from '../../values/spark-value.ts';
import { truth } from '../../values/truth.ts';
import type { Value } from '../../values/value.ts';
import { dataTypeOf } from '../types/schema.ts';
import { DEFAULT_UDF_TYPE } from './special-functions.ts';

/** `udf(f, type)`, `@udf`, `@udf("int")`, `@udf(returnType=…)`, and the same of pandas_udf. */
export const UDF_FUNCTIONS: ModuleTable = functions({
  udf: [
    'f, returnType, useArrow',
    (a, run) => {
      const mode = truth(a.get('useArrow') ?? NONE) ? 'arrow' : 'batch';
      return makeOrDecorate(a.get('f'), a.get('returnType'), (fn, type) =>
        makeUdf(fn, type, () => mode, run),
      );
    },
  ],
  arrow_udf: [
    'f, returnType, functionType',
    (a, run) =>
      makeOrDecorate(a.get('f'), a.get('returnType'), (fn, type) => makeUdf(fn, type, () => 'arrow', run)),
  ],
  pandas_udf: [
    'f, returnType, functionType',
    (a, run) => {
      const kind = a.get('functionType');
      return makeOrDecorate(a.get('f'), a.get('returnType'), (fn, type) =>
        makeUdf(fn, type, (of) => pandasMode(of, kind, run), run),
      );
    },
  ],
  udtf: [
    'cls, returnType, useArrow',
    (a) => a.get('cls') ?? native('udtf', (given) => given.positional[0] ?? NONE),
  ],
});

function makeOrDecorate(
  first: Value | undefined,
  second: Value | undefined,
  make: (fn: Value, type: DataType | undefined) => Value,
): Value {
  const isType = first?.kind === 'str' || first?.kind === 'type';
  if (first !== undefined && !isType) return make(first, second && dataTypeOf(second));
  const type = isType ? dataTypeOf(first) : second && dataTypeOf(second);
  return native('udf', (given) => make(given.positional[0] ?? NONE, type));
}

export function makeUdf(
  fn: Value,
  type: DataType | undefined,
  mode: (fn: Value) => PythonUdf['mode'],
  run: Run,
): UdfValue {
  if (fn.kind === 'udf') return type ? { ...fn, type } : fn;
  const name = fn.kind === 'function' ? fn.name : fn.kind === 'class' ? fn.name : 'udf';
  return {
    kind: 'udf',
    name,
    type: type ?? hintedType(fn, run) ?? DEFAULT_UDF_TYPE,
    mode: mode(fn),
    deterministic: true,
    fn,
  };
}

/** What the function's hints or the old functionType say, see pyspark.sql.pandas.typehints. */
function pandasMode(fn: Value, functionType: Value | undefined, run: Run): PythonUdf['mode'] {
  if (functionType?.kind === 'int' && functionType.value === 202) return 'grouped-aggregate';
  const hints = hintTexts(fn, run);
  if (!hints?.returns) return 'pandas';
  if (/Iterator/.test(hints.returns)) return 'pandas-iterator';
  if (/Series|DataFrame|ndarray|Array/.test(hints.returns)) return 'pandas';
  return 'grouped-aggregate';
}

function hintTexts(fn: Value, run: Run): { readonly returns: string | undefined } | undefined {
  if (fn.kind !== 'function' || fn.def.kind !== 'function') return undefined;
  const text = run.files.get(fn.scope.file)?.text ?? '';
  const { returns } = fn.def;
  return { returns: returns && text.slice(returns.from, returns.to) };
}

/** Spark 3.5's udf takes no type from hints; 4.x may, for plain names. */
function hintedType(fn: Value, run: Run): DataType | undefined {
  const returns = hintTexts(fn, run)?.returns;
  return run.settings.spark === '3.5' || returns === undefined ? undefined : parseType(returns);
}
