import type { SparkCall } from '#lib/pyspark/spark-call.ts';
import type { RuleContext } from '../context.ts';
import { READ_AT_START, settingsSet } from '../facts/settings-set.ts';
import type { Rule } from '../rule.ts';

export const ignoredBuilderSetting: Rule = {
  id: 'CFG-01',
  name: 'ignored-builder-setting',
  title: 'a builder setting after Spark has started',
  severity: 'medium',
  evidence: 'C',
  why: 'getOrCreate() gives the session that is there: settings of the cluster that this builder has are passed over, with a warning at most.',
  notWhen: 'The file runs alone as well, and this is then the first session.',
  options: [
    {
      action: 'Set it on the builder that comes first, and hand the session on.',
      trade_off: 'One place has to know the settings of all parts.',
      avoid_when: 'The parts are started one by one.',
    },
    {
      action: 'stop() the first session before.',
      trade_off: 'What it has cached is gone, and the cluster is asked for anew.',
      avoid_when: 'Its DataFrames are still used.',
    },
  ],
  *check(context) {
    const settings = settingsSet(context).filter(({ late }) => !late);
    const known = new Map<string, string>();
    let running: SparkCall | undefined;
    for (const call of context.calls) {
      if (!isOwnCall(context, call)) continue;
      if (call.method === 'stop' && (call.on?.kind === 'session' || call.on?.kind === 'context'))
        running = undefined;
      for (const { where, key, value } of settings.filter((each) => each.call === call)) {
        const before = known.get(key);
        known.set(key, value);
        if (!running || before === value || !READ_AT_START.test(key) || call.conditions.length > 0) continue;
        yield {
          where,
          message: `${key} is set for a session that is there already, since line ${running.name.line}`,
          confidence: 'high',
          whyConfidence:
            'the program has started Spark before, and Spark reads this setting only when it starts',
        };
      }
      if (starts(call)) running ??= call;
    }
  },
};

/** In what somebody wrote: a function that nothing calls may be called from elsewhere, and first. */
function isOwnCall(context: RuleContext, call: SparkCall): boolean {
  return [call.name, ...call.callers].every((place) => context.isOwn(place));
}

function starts(call: SparkCall): boolean {
  if (call.conditions.length > 0) return false;
  return call.gives.kind === 'context' ? call.kind === 'function' : call.method === 'getOrCreate';
}
