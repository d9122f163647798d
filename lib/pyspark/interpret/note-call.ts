import type { Bound } from '../api/signature.ts';
import type { SparkCall } from '../spark-call.ts';
import type { CallSite } from '../values/value.ts';
import type { Run } from './run.ts';

type Noted = Pick<SparkCall, 'kind' | 'method' | 'at' | 'on' | 'args' | 'gives'> & {
  readonly bound?: () => Bound;
};

/** Writes a call down for `Run.calls`; nothing at all when nobody wants them. */
export function noteCall(run: Run, site: CallSite, firstStep: number, call: Noted): void {
  run.calls?.push({
    ...call,
    bound: call.bound?.(),
    name: run.range(site.file, site.name),
    range: run.range(site.file, site.range),
    callers: [...run.callers],
    conditions: [...run.conditions],
    steps: [firstStep, run.steps.length],
  });
}
