import { bool, list, NONE, str, unknown } from '../../values/make.ts';
import type { BuilderValue, HelperValue, SparkConfValue } from '../../values/spark-value.ts';
import type { Value } from '../../values/value.ts';
import { DROP, dropNulls, FILL, fillNulls, REPLACE, replaceValues } from '../dataframe/null-methods.ts';
import { frameOf } from '../frame-of.ts';
import { makeUdf } from '../functions/udf-functions.ts';
import { tableFrame } from '../io/reader-class.ts';
import type { Call, Class, Methods } from '../method.ts';
import { settingText, textOf } from '../read-value.ts';
import type { Bound } from '../signature.ts';
import { settingOf } from '../steps.ts';
import { dataTypeOf } from '../types/schema.ts';

function setting(conf: Map<string, string>, a: Bound, call: Call): void {
  const key = textOf(a.get('key'));
  const value = settingText(a.get('value'));
  if (key === undefined || value === undefined) {
    call.note('a setting that depends on the run', 'its default is taken');
  } else {
    conf.set(key, value);
  }
}

/** SparkSession.builder. */
export const BUILDER_CLASS: Class<BuilderValue> = {
  methods: {
    config: [
      'key, value, conf, *, map',
      (self, a, call) => {
        const conf = a.get('conf') ?? a.get('key');
        const map = a.extra.get('map') ?? a.get('map');
        if (conf?.kind === 'spark-conf') for (const [key, value] of conf.conf) self.conf.set(key, value);
        else if (map?.kind === 'dict') {
          for (const [key, value] of map.entries.values())
            self.conf.set(textOf(key) ?? '', settingText(value) ?? '');
        } else setting(self.conf, a, call);
        return self;
      },
    ],
    getOrCreate: [
      '',
      (self, _, call) => {
        for (const [key, value] of self.conf) call.run.session.conf.set(key, value);
        return { kind: 'session' };
      },
    ],
    create: [
      '',
      (self, _, call) => {
        for (const [key, value] of self.conf) call.run.session.conf.set(key, value);
        return { kind: 'session' };
      },
    ],
    appName: ['name', (self) => self],
    master: ['master', (self) => self],
    remote: ['url', (self) => self],
    enableHiveSupport: ['', (self) => self],
    withExtensions: ['e', (self) => self],
  },
  properties: {},
  other: (self) => self,
};

export const SPARK_CONF_CLASS: Class<SparkConfValue> = {
  methods: {
    set: [
      'key, value',
      (self, a, call) => {
        setting(self.conf, a, call);
        return self;
      },
    ],
    setIfMissing: [
      'key, value',
      (self, a, call) => {
        if (!self.conf.has(textOf(a.get('key')) ?? '')) setting(self.conf, a, call);
        return self;
      },
    ],
    setAll: [
      'pairs',
      (self, a) => {
        const pairs = a.get('pairs');
        for (const pair of pairs?.kind === 'list' ? pairs.items : []) {
          if (pair.kind === 'tuple')
            self.conf.set(textOf(pair.items[0]) ?? '', settingText(pair.items[1]) ?? '');
        }
        return self;
      },
    ],
    get: [
      'key, defaultValue',
      (self, a) => {
        const value = self.conf.get(textOf(a.get('key')) ?? '');
        return value === undefined ? (a.get('defaultValue') ?? NONE) : str(value);
      },
    ],
    setAppName: ['value', (self) => self],
    setMaster: ['value', (self) => self],
    getAll: ['', () => list([], true)],
  },
  properties: {},
};

const CONF: Methods<HelperValue> = {
  set: [
    'key, value',
    (_, a, call) => {
      void call.at;
      setting(call.run.session.conf, a, call);
      return NONE;
    },
  ],
  get: [
    'key, default',
    (_, a, call) => {
      const value = settingOf(call.run, textOf(a.get('key')) ?? '');
      if (value !== undefined) return str(value);
      return a.has('default')
        ? (a.get('default') ?? NONE)
        : (DEFAULTS[textOf(a.get('key')) ?? ''] ?? unknown('a setting'));
    },
  ],
  unset: [
    'key',
    (_, a, call) => {
      call.run.session.conf.delete(textOf(a.get('key')) ?? '');
      return NONE;
    },
  ],
  isModifiable: ['key', () => bool(true)],
};

const DEFAULTS: Readonly<Record<string, Value>> = {
  'spark.sql.shuffle.partitions': str('200'),
  'spark.sql.autoBroadcastJoinThreshold': str('10485760b'),
  'spark.sql.adaptive.enabled': str('true'),
};

const CATALOG: Methods<HelperValue> = {
  cacheTable: [
    'tableName, storageLevel',
    (_, a, call) => {
      const frame = tableFrame(textOf(a.get('tableName')) ?? '?', call);
      if (frame.kind === 'frame') call.run.session.cached.add(frame.plan, call.at);
      return NONE;
    },
  ],
  uncacheTable: [
    'tableName',
    (_, a, call) => {
      const frame = tableFrame(textOf(a.get('tableName')) ?? '?', call);
      if (frame.kind === 'frame') call.run.session.cached.remove(frame.plan);
      return NONE;
    },
  ],
  clearCache: [
    '',
    (_, __, call) => {
      call.run.session.cached.clear();
      return NONE;
    },
  ],
  dropTempView: [
    'viewName',
    (_, a, call) => bool(call.run.session.views.delete(textOf(a.get('viewName'))?.toLowerCase() ?? '')),
  ],
  dropGlobalTempView: ['viewName', () => unknown('whether the view was there')],
  setCurrentDatabase: [
    'dbName',
    (_, a, call) => {
      call.run.session.database = textOf(a.get('dbName')) ?? call.run.session.database;
      return NONE;
    },
  ],
  currentDatabase: ['', (_, __, call) => str(call.run.session.database)],
  listTables: ['dbName', () => list([], true)],
  listDatabases: ['', () => list([], true)],
  listColumns: ['tableName', () => list([], true)],
  tableExists: ['tableName, dbName', () => unknown('whether a table exists')],
  databaseExists: ['dbName', () => unknown('whether a database exists')],
  refreshTable: ['tableName', () => NONE],
  refreshByPath: ['path', () => NONE],
  recoverPartitions: ['tableName', () => NONE],
};

const UDFS: Methods<HelperValue> = {
  register: [
    'name, f, returnType',
    (_, a, call) => {
      const name = textOf(a.get('name'));
      const type = a.get('returnType') && dataTypeOf(a.get('returnType'));
      const udf = makeUdf(a.get('f') ?? NONE, type, () => 'batch', call.run);
      const named = name === undefined ? udf : { ...udf, name };
      if (name !== undefined) call.run.session.udfs.set(name.toLowerCase(), named);
      return named;
    },
  ],
  registerJavaFunction: ['name, javaClassName, returnType', () => NONE],
  registerJavaUDAF: ['name, javaClassName', () => NONE],
};

const NA: Methods<HelperValue> = {
  drop: [DROP, (self, a, call) => dropNulls(frameOf(call, self.of), a, call)],
  fill: [FILL, (self, a, call) => fillNulls(frameOf(call, self.of), a, call)],
  replace: [REPLACE, (self, a, call) => replaceValues(frameOf(call, self.of), a, call)],
};

/** `df.stat.corr(…)` is `df.corr(…)`, and so are the others. */
const STAT: Methods<HelperValue> = Object.fromEntries(
  ['corr', 'cov', 'crosstab', 'freqItems', 'approxQuantile', 'sampleBy'].map((name) => [
    name,
    [
      '*args',
      (self: HelperValue, a: Bound, call: Call) =>
        call.run.method(self.of, name, { positional: a.rest, keywords: a.extra, open: a.open }, call.site),
    ] as const,
  ]),
);

const QUERY: Methods<HelperValue> = {
  awaitTermination: ['timeout', () => unknown('whether the stream has ended')],
  stop: ['', () => NONE],
  processAllAvailable: ['', () => NONE],
};

/** Databricks' dbutils: widgets have defaults, everything else is of the run. */
const DBUTILS: Methods<HelperValue> = {
  get: [
    'name, defaultValue',
    (_, a, call) => {
      const known = call.run.session.widgets.get(textOf(a.get('name')) ?? '');
      return known === undefined
        ? (a.get('defaultValue') ?? unknown('a widget of the notebook'))
        : str(known);
    },
  ],
  ...Object.fromEntries(
    ['text', 'dropdown', 'combobox', 'multiselect'].map((name) => [
      name,
      [
        'name, defaultValue',
        (_: HelperValue, a: Bound, call: Call) => {
          const [key, value] = [textOf(a.get('name')), settingText(a.get('defaultValue'))];
          if (key && value !== undefined) call.run.session.widgets.set(key, value);
          return NONE;
        },
      ] as const,
    ]),
  ),
};

const NO_PROPERTIES = {};

/** By what the accessor is. */
export const HELPER_CLASSES: Readonly<Record<HelperValue['kind'], Class<HelperValue>>> = {
  conf: { methods: CONF, properties: NO_PROPERTIES },
  catalog: { methods: CATALOG, properties: NO_PROPERTIES },
  'udf-registration': { methods: UDFS, properties: NO_PROPERTIES },
  na: { methods: NA, properties: NO_PROPERTIES },
  stat: { methods: STAT, properties: NO_PROPERTIES },
  query: { methods: QUERY, properties: NO_PROPERTIES },
  dbutils: {
    methods: DBUTILS,
    properties: { widgets: (self) => self },
    other: (_, name) => unknown(`dbutils.${name}`),
  },
};
