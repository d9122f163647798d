import type { SparkCall } from '#lib/pyspark/spark-call.ts';
import type { RuleContext } from '../context.ts';
import type { PlannedAction } from '../planned-action.ts';
import type { Fix } from '../rule.ts';
import { boundedBy, nodesOf } from './plans.ts';

/** What the driver would have to hold, in words; undefined where the program itself bounds it. */
export function unboundedResult(
  action: PlannedAction,
): { readonly what: string; readonly confidence: 'high' | 'medium' } | undefined {
  if (boundedBy(action.analyzed) !== undefined) return undefined;
  const sources = nodesOf(action.analyzed, true).filter((node) => node.kind === 'Relation');
  // Rows that the driver made itself, or that an RDD brings: nothing tells that they are many.
  if (sources.length === 0) return undefined;
  const bytes = sources.reduce((sum, source) => sum + (source.bytes ?? Number.NaN), 0);
  return Number.isNaN(bytes)
    ? {
        what: 'nothing in the program bounds its rows, and the size of its sources is not known',
        confidence: 'medium',
      }
    : { what: `nothing in the program bounds its rows, and it reads ${sizeText(bytes)}`, confidence: 'high' };
}

export function sizeText(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
  let value = bytes;
  let unit = 0;
  for (; value >= 1024 && unit < units.length - 1; unit++) value /= 1024;
  return `${value >= 100 || unit === 0 ? Math.round(value) : Math.round(value * 10) / 10} ${units[unit]}`;
}

/** Takes `.rdd` out of `df.rdd.method()`. */
export function withoutRdd(context: RuleContext, call: SparkCall, title: string): Fix | undefined {
  const callee = context.syntaxOf(call)?.call.callee;
  if (callee?.kind !== 'attribute') return undefined;
  const rdd = callee.object;
  if (rdd.kind !== 'attribute' || rdd.name !== 'rdd') return undefined;
  return { title, edits: [{ from: rdd.object.to, to: rdd.to, text: '' }] };
}
