import { functions, type ModuleTable } from '../modules/table.ts';
import { native, str, tuple, unknown } from '../values/make.ts';
import type { Value } from '../values/value.ts';
import { WINDOW } from './column/window-class.ts';
import { FUNCTIONS } from './functions/functions-module.ts';
import { opaque } from './other/opaque-class.ts';
import { textOf } from './read-value.ts';
import { TYPES } from './types/types-module.ts';

const session = (): Value => ({ kind: 'session' });

/** The class itself: `SparkSession.builder`, `SparkSession(sc)`. */
const SESSION: ModuleTable = {
  builder: () => ({ kind: 'builder', conf: new Map() }),
  Builder: () => native('Builder', () => ({ kind: 'builder', conf: new Map() })),
  ...functions({
    __call__: ['sparkContext', session],
    getActiveSession: ['', session],
    active: ['', session],
    getOrCreate: ['sc', session],
  }),
};

const CONTEXT: ModuleTable = functions({
  __call__: [
    'master, appName, sparkHome, pyFiles, environment, batchSize, serializer, conf',
    (a, run) => {
      const conf = a.get('conf');
      if (conf?.kind === 'spark-conf') for (const [key, value] of conf.conf) run.session.conf.set(key, value);
      return { kind: 'context' };
    },
  ],
  getOrCreate: [
    'conf',
    (a, run) => {
      const conf = a.get('conf');
      if (conf?.kind === 'spark-conf') for (const [key, value] of conf.conf) run.session.conf.set(key, value);
      return { kind: 'context' };
    },
  ],
});

/** `Row(a=1)`, `Row(1, 2)`, and `Row("a", "b")` as a class of rows. */
const ROW: ModuleTable = {
  __call__: () =>
    native('Row', (args) => {
      if (args.keywords.size > 0) {
        return { kind: 'tuple', names: [...args.keywords.keys()], items: [...args.keywords.values()] };
      }
      const names = args.positional.map(textOf);
      return args.positional.length > 0 && !names.includes(undefined)
        ? { kind: 'row-class', names: names as string[] }
        : tuple(args.positional);
    }),
};

const LEVELS = [
  'DISK_ONLY',
  'MEMORY_ONLY',
  'MEMORY_AND_DISK',
  'MEMORY_AND_DISK_DESER',
  'OFF_HEAP',
  'NONE',
  'MEMORY_ONLY_2',
  'MEMORY_AND_DISK_2',
  'DISK_ONLY_2',
  'MEMORY_ONLY_SER',
  'MEMORY_AND_DISK_SER',
];

const CONF: ModuleTable = functions({
  __call__: ['loadDefaults', () => ({ kind: 'spark-conf', conf: new Map() })],
});

const SQL: ModuleTable = {
  functions: () => ({ kind: 'module', name: 'pyspark.sql.functions' }),
  types: () => ({ kind: 'module', name: 'pyspark.sql.types' }),
  window: () => ({ kind: 'module', name: 'pyspark.sql.window' }),
  SparkSession: () => ({ kind: 'module', name: 'pyspark.sql.SparkSession' }),
  SQLContext: () => ({ kind: 'module', name: 'pyspark.sql.SparkSession' }),
  HiveContext: () => ({ kind: 'module', name: 'pyspark.sql.SparkSession' }),
  Window: () => ({ kind: 'module', name: 'pyspark.sql.Window' }),
  Row: () => ({ kind: 'module', name: 'pyspark.sql.Row' }),
  DataFrame: () => ({ kind: 'module', name: 'pyspark.sql.DataFrame' }),
  Column: () => ({ kind: 'module', name: 'pyspark.sql.Column' }),
  GroupedData: () => ({ kind: 'module', name: 'pyspark.sql.GroupedData' }),
  Observation: () => native('Observation', () => unknown('an observation')),
};

const CORE: ModuleTable = {
  SparkContext: () => ({ kind: 'module', name: 'pyspark.SparkContext' }),
  SparkConf: () => ({ kind: 'module', name: 'pyspark.SparkConf' }),
  StorageLevel: () => ({ kind: 'module', name: 'pyspark.StorageLevel' }),
  RDD: () => ({ kind: 'module', name: 'pyspark.RDD' }),
  SparkFiles: () => unknown('files of the cluster'),
  sql: () => ({ kind: 'module', name: 'pyspark.sql' }),
  SQLContext: () => ({ kind: 'module', name: 'pyspark.sql.SparkSession' }),
  HiveContext: () => ({ kind: 'module', name: 'pyspark.sql.SparkSession' }),
  Row: () => ({ kind: 'module', name: 'pyspark.sql.Row' }),
};

/** The modules of PySpark that are modelled, with the other paths by which programs import the same things. */
export const PYSPARK_MODULES: Readonly<Record<string, ModuleTable>> = {
  pyspark: CORE,
  'pyspark.conf': CORE,
  'pyspark.context': CORE,
  'pyspark.rdd': CORE,
  'pyspark.storagelevel': CORE,
  'pyspark.sql': SQL,
  'pyspark.sql.session': SQL,
  'pyspark.sql.dataframe': SQL,
  'pyspark.sql.column': SQL,
  'pyspark.sql.window': SQL,
  'pyspark.sql.context': SQL,
  'pyspark.sql.functions': {
    ...FUNCTIONS,
    PandasUDFType: () => ({ kind: 'module', name: 'pyspark.sql.functions.PandasUDFType' }),
  },
  'pyspark.sql.functions.PandasUDFType': {
    SCALAR: () => ({ kind: 'int', value: 200 }),
    GROUPED_MAP: () => ({ kind: 'int', value: 201 }),
    GROUPED_AGG: () => ({ kind: 'int', value: 202 }),
    SCALAR_ITER: () => ({ kind: 'int', value: 204 }),
  },
  'pyspark.sql.types': { ...TYPES, Row: () => ({ kind: 'module', name: 'pyspark.sql.Row' }) },
  'pyspark.sql.Window': WINDOW,
  'pyspark.sql.Row': ROW,
  'pyspark.sql.SparkSession': SESSION,
  'pyspark.SparkContext': CONTEXT,
  'pyspark.SparkConf': CONF,
  'pyspark.StorageLevel': Object.fromEntries(LEVELS.map((level) => [level, () => str(level)])),
  'pyspark.sql.DataFrame': {},
  'pyspark.sql.Column': {},
  'pyspark.sql.GroupedData': {},
  'pyspark.RDD': {},
};

const METHOD_CLASSES = /^pyspark\.(sql\.(DataFrame|Column|GroupedData)|RDD)$/;

/** Names of PySpark that no table has: methods of classes not bound yet, and libraries that stay opaque. */
export function pysparkMember(module: string, name: string): Value | undefined {
  if (METHOD_CLASSES.test(module)) return { kind: 'unbound', name };
  if (/^pyspark\.(ml|mllib)(\.|$)/.test(module)) {
    if (/^[a-z_]+$/.test(name) && !module.endsWith('functions'))
      return { kind: 'module', name: `${module}.${name}` };
    return opaque(name, 'ml', new Map());
  }
  if (/^pyspark\.pandas/.test(module)) return opaque(`pandas-on-Spark ${name}`, 'pandas-on-spark', new Map());
  if (module === 'pyspark' && (name === 'ml' || name === 'mllib' || name === 'pandas')) {
    return { kind: 'module', name: `pyspark.${name}` };
  }
  return undefined;
}
