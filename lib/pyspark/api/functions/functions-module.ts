import type { Column } from '#lib/plan/analyze/column.ts';
import type { Run } from '../../interpret/run.ts';
import type { Member, ModuleTable } from '../../modules/table.ts';
import { args as argsOf, column, native, unknown } from '../../values/make.ts';
import type { Args, CallSite, Value } from '../../values/value.ts';
import { columnOrName, columnsOf, flatten, literalOrColumn } from '../columns.ts';
import { type Parameter, readSignatures } from './signatures.ts';
import { SPECIAL_FUNCTIONS } from './special-functions.ts';
import { UDF_FUNCTIONS } from './udf-functions.ts';

/** Where PySpark's name is not the one that Spark SQL knows. */
const SQL_NAMES: Readonly<Record<string, string>> = {
  mean: 'avg',
  toDegrees: 'degrees',
  toRadians: 'radians',
  shiftLeft: 'shiftleft',
  shiftRight: 'shiftright',
  shiftRightUnsigned: 'shiftrightunsigned',
  approxCountDistinct: 'approx_count_distinct',
  character_length: 'char_length',
};

const MORE: readonly (readonly [string, readonly Parameter[]])[] = [
  ['approxCountDistinct', [col('col'), value('rsd')]],
  ['shiftLeft', [col('col'), value('numBits')]],
  ['shiftRight', [col('col'), value('numBits')]],
  ['shiftRightUnsigned', [col('col'), value('numBits')]],
  ['toDegrees', [col('col')]],
  ['toRadians', [col('col')]],
  ['isnull', [col('col')]],
  ['first', [col('col'), value('ignorenulls')]],
  ['last', [col('col'), value('ignorenulls')]],
  ['first_value', [col('col'), value('ignoreNulls')]],
  ['last_value', [col('col'), value('ignoreNulls')]],
  ['nth_value', [col('col'), value('offset'), value('ignoreNulls')]],
  ['lag', [col('col'), value('offset'), value('default')]],
  ['lead', [col('col'), value('offset'), value('default')]],
];

function col(name: string): Parameter {
  return { name, takes: 'column', rest: false };
}

function value(name: string): Parameter {
  return { name, takes: 'value', rest: false };
}

/** pyspark.sql.functions. */
export const FUNCTIONS: ModuleTable = {
  ...Object.fromEntries(
    [...readSignatures(), ...MORE].map(([name, params]): [string, Member] => [
      name,
      (run) => native(name, (args, site) => callFunction(run, SQL_NAMES[name] ?? name, params, args, site)),
    ]),
  ),
  ...SPECIAL_FUNCTIONS,
  ...UDF_FUNCTIONS,
};

function callFunction(run: Run, fn: string, params: readonly Parameter[], args: Args, site: CallSite): Value {
  const columns: Column[] = [];
  let next = 0;
  for (const param of params) {
    if (param.rest) {
      const rest = args.positional.slice(next);
      columns.push(...(param.takes === 'value' ? flatten(rest).map(literalOrColumn) : columnsOf(rest)));
      next = args.positional.length;
      continue;
    }
    const given = args.positional[next++] ?? args.keywords.get(param.name);
    if (given === undefined || param.takes === 'options') continue;
    if (given.kind === 'none' && param.takes !== 'value') continue;
    // A None in the place of an optional value is the same as nothing there.
    if (given.kind === 'none' && param !== params.at(-1)) continue;
    if (given.kind === 'none' && fn !== 'lag' && fn !== 'lead') continue;
    columns.push(argumentColumn(run, param, given, site));
  }
  if (args.open)
    columns.push({ kind: 'unknown', why: `arguments of ${fn} that depend on the run`, reads: [] });
  return column({ kind: 'call', fn, args: columns });
}

function argumentColumn(run: Run, param: Parameter, given: Value, site: CallSite): Column {
  switch (param.takes) {
    case 'function':
      return lambdaColumn(run, given, site);
    case 'value':
      return given.kind === 'type'
        ? { kind: 'value', value: 'schema', type: given.type }
        : literalOrColumn(given);
    default:
      return columnOrName(given);
  }
}

/** The Python function is called with stand-ins for its parameters, as PySpark does. */
function lambdaColumn(run: Run, fn: Value, site: CallSite): Column {
  const def = fn.kind === 'function' ? fn.def : fn.kind === 'bound' ? fn.fn.def : undefined;
  const names = def ? def.params.map((param) => param.name) : ['x'];
  const params = fn.kind === 'bound' ? names.slice(1) : names;
  const stands = params.map((name) => column({ kind: 'lambda-parameter', name }));
  const body = run.call(fn, argsOf(stands), site);
  return {
    kind: 'lambda-column',
    params,
    body: literalOrColumn(body.kind === 'none' ? unknown('a lambda') : body),
  };
}
