import type { Field } from '#lib/plan/types/data-type.ts';
import { UNKNOWN } from '#lib/plan/types/names.ts';
import { NONE, native, unknown } from '../../values/make.ts';
import type { FrameValue, OpaqueValue, PandasFrameValue } from '../../values/spark-value.ts';
import type { Value } from '../../values/value.ts';
import type { Call, Class } from '../method.ts';
import { namesOf } from '../read-value.ts';
import type { Bound } from '../signature.ts';
import { derived } from '../steps.ts';

/** What a transformer adds, by PySpark ML's own parameter names. */
const OUTPUTS = ['outputCol', 'outputCols', 'predictionCol', 'probabilityCol', 'rawPredictionCol'] as const;

/** Of a fitted model that names none. */
const DEFAULT_OUTPUTS = ['prediction', 'probability', 'rawPrediction'];

function outputNames(self: OpaqueValue): readonly string[] {
  const stages = self.settings.get('stages');
  if (stages?.kind === 'list') {
    return stages.items.flatMap((stage) =>
      stage.kind === 'opaque' ? outputNames({ ...stage, what: `${stage.what}Model` }) : [],
    );
  }
  const names = OUTPUTS.flatMap((name) => namesOf(self.settings.get(name)) ?? []);
  return names.length === 0 &&
    /(Classifi|Regress|KMeans|Mixture|ALS|Forest|Tree|Bayes|SVC|Perceptron)\w*Model$/.test(self.what)
    ? DEFAULT_OUTPUTS
    : names;
}

function addedFields(self: OpaqueValue): readonly Field[] {
  return outputNames(self).map((name) => ({ name, type: UNKNOWN, nullable: true }));
}

function transformed(self: OpaqueValue, frame: FrameValue, call: Call): Value {
  const own = call.run.analyzer
    .output(frame.plan)
    .map(({ name, type, nullable }) => ({ name, type, nullable }));
  const plan = call.run.analyzer.opaque(self.what, [...own, ...addedFields(self)], [frame.plan], call.at);
  return derived(call, frame, plan);
}

function fit(self: OpaqueValue, a: Bound, call: Call): Value {
  const frame = a.get('dataset');
  if (frame?.kind === 'frame') {
    call.note(`${self.what}.fit`, 'it runs jobs whose number depends on the data; they are not counted');
    void call.at;
  }
  return { ...self, what: `${self.what}Model` };
}

/** Estimators, transformers and models of pyspark.ml; frames of pandas-on-Spark; other libraries' objects. */
export const OPAQUE_CLASS: Class<OpaqueValue> = {
  methods: {
    fit: ['dataset, params', fit],
    transform: [
      'dataset, params',
      (self, a, call) => {
        const frame = a.get('dataset');
        return frame?.kind === 'frame' ? transformed(self, frame, call) : unknown(`${self.what}.transform`);
      },
    ],
    evaluate: [
      'dataset, params',
      (self, _, call) => {
        void call.at;
        call.note(
          `${self.what}.evaluate`,
          'it runs jobs whose number depends on the data; they are not counted',
        );
        return unknown('a measure of the model');
      },
    ],
    to_spark: [
      'index_col',
      (self, _, call) => {
        const from = self.settings.get('from');
        if (from?.kind !== 'frame') return unknown('a DataFrame of pandas-on-Spark', { from: [] });
        return derived(call, from, call.run.analyzer.opaque(self.what, [], [from.plan], call.at));
      },
    ],
  },
  properties: {},
  // Everything else gives another object of the library: `setInputCol`, `stages`, `df.groupby(…)`.
  other: (self, name) => {
    if (!/^set[A-Z]/.test(name)) return { ...self, what: `${self.what}.${name}` };
    const key = name[3]!.toLowerCase() + name.slice(4);
    return native(name, ({ positional: [value] }) => ({
      ...self,
      settings: new Map([...self.settings, ...(value ? [[key, value] as const] : [])]),
    }));
  },
};

/** A pandas frame of the driver: nothing on it touches Spark, and what comes out of it is unknown. */
export const PANDAS_CLASS: Class<PandasFrameValue> = {
  methods: {
    copy: ['deep', (self) => self],
    head: ['n', (self): Value => ({ ...self, rows: undefined })],
    to_csv: ['path', () => NONE],
    to_parquet: ['path', () => NONE],
  },
  properties: { empty: () => unknown('whether there are rows') },
  other: () => unknown('a part of a pandas frame'),
};

export function opaque(
  what: string,
  library: OpaqueValue['library'],
  settings: ReadonlyMap<string, Value>,
): OpaqueValue {
  return { kind: 'opaque', what, library, settings };
}
