import { settingText, textOf } from '#lib/pyspark/api/read-value.ts';
import type { SourceRange } from '#lib/pyspark/program.ts';
import type { SparkCall } from '#lib/pyspark/spark-call.ts';
import type { Value } from '#lib/pyspark/values/value.ts';
import type { RuleContext } from '../context.ts';

/** A setting that the program itself makes. */
export interface SetSetting {
  readonly where: SourceRange;
  readonly key: string;
  readonly value: string;
  /** On a session that is there, not on its builder. */
  readonly late: boolean;
  readonly call: SparkCall;
}

/** Settings of the cluster and of SparkContext: they are read when it starts. */
export const READ_AT_START =
  /^spark\.((executor|driver|yarn|kubernetes|dynamicAllocation|shuffle\.service|memory|jars|submit|scheduler|task|rpc|network|eventLog|serializer|kryo|kryoserializer|cores)\b|master$|app\.name$|local\.dir$|default\.parallelism$|sql\.(warehouse\.dir|extensions|catalogImplementation)$)/;

/** `spark.conf.set`, `builder.config`, `SparkConf().set` and `setAll`, in the order in which they run. */
export function settingsSet(context: RuleContext): readonly SetSetting[] {
  return context.calls.flatMap((call): readonly SetSetting[] => {
    const kind = call.on?.kind;
    const late = kind === 'conf';
    const sets =
      (late && call.method === 'set') ||
      (kind === 'builder' && call.method === 'config') ||
      (kind === 'spark-conf' && /^set/.test(call.method));
    if (!sets) return [];
    return pairsOf(call).flatMap(([key, value]) => {
      const [name, text] = [textOf(key), settingText(value)];
      return name === undefined || text === undefined
        ? []
        : [{ where: call.name, key: name, value: text.trim().toLowerCase(), late, call }];
    });
  });
}

function pairsOf(call: SparkCall): readonly (readonly [Value | undefined, Value | undefined])[] {
  const map = call.args.keywords.get('map');
  if (map?.kind === 'dict') return [...map.entries.values()];
  const pairs = call.bound?.get('pairs');
  if (pairs?.kind === 'list')
    return pairs.items.flatMap((pair) =>
      pair.kind === 'tuple' ? [[pair.items[0], pair.items[1]] as const] : [],
    );
  return [[call.bound?.get('key'), call.bound?.get('value')]];
}
