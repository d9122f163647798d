import { classOf, frameOf } from '../api/dispatch.ts';
import { Call, entry, invoke } from '../api/method.ts';
import { bindArgs } from '../api/signature.ts';
import { callBuiltinMethod } from '../builtins/methods.ts';
import { unknown, unknownLike } from '../values/make.ts';
import type { Args, CallSite, Value } from '../values/value.ts';
import { unknownResult } from './calls.ts';
import { noteCall } from './note-call.ts';
import type { Run } from './run.ts';

/** `of.name(args)`: what the class of PySpark says, else what Python's own types do, else the attribute called. */
export function callMethod(run: Run, of: Value, name: string, args: Args, site: CallSite): Value {
  run.budget.spend();
  const cls = classOf(of);
  if (cls) {
    const method = entry(cls.methods, name);
    const call = new Call(run, site, name);
    if (method) {
      const before = run.steps.length;
      const gives = invoke(method, of, args, call);
      noteCall(run, site, before, {
        kind: 'method',
        method: name,
        at: call.writtenAt,
        on: of,
        args,
        bound: () => bindArgs(method[0], args),
        gives,
      });
      return gives;
    }
    const property = entry(cls.properties, name);
    if (property) return run.call(property(of, call), args, site);
    const other = cls.other?.(of, name, call);
    if (other && of.kind !== 'frame' && of.kind !== 'column') return run.call(other, args, site);
    return unknownResult(run, `the method ${name} of a ${of.kind}`, args, site, of);
  }
  switch (of.kind) {
    case 'instance':
    case 'class':
    case 'module':
    case 'super':
    case 'function':
      return callAttribute(run, of, name, args, site);
    case 'unknown':
      return onUnknown(run, of, name, args, site);
    default:
      return callBuiltinMethod(run, of, name, args, site) ?? unknown(`what ${of.kind}.${name}() gives`);
  }
}

function callAttribute(run: Run, of: Value, name: string, args: Args, site: CallSite): Value {
  const fn = run.attribute(of, name, site);
  if (fn.kind === 'unknown') return unknownResult(run, fn.why, args, site);
  return run.call(fn, args, site);
}

/** Something unknown that came from Spark is taken for a DataFrame when it is used as one. */
function onUnknown(
  run: Run,
  of: Value & { kind: 'unknown' },
  name: string,
  args: Args,
  site: CallSite,
): Value {
  if (of.like === 'str') {
    const known = onSomeText(name);
    if (known) return known;
  }
  const frame = of.frame ? frameOf(run, of, name, site) : undefined;
  if (frame) return callMethod(run, frame, name, args, site);
  return unknownResult(run, of.why, args, site, of);
}

const SOME_TEXT = unknownLike('a text that depends on the run', 'str');
const TEXT_METHODS = new Set([
  'strip',
  'lstrip',
  'rstrip',
  'lower',
  'upper',
  'title',
  'replace',
  'format',
  'join',
  'encode',
  'decode',
]);

/** Methods of a text of which only that is known: what comes out is a text, or a list of texts. */
function onSomeText(name: string): Value | undefined {
  if (TEXT_METHODS.has(name)) return SOME_TEXT;
  return name === 'split' || name === 'rsplit' || name === 'splitlines'
    ? { kind: 'list', items: [], open: true, element: SOME_TEXT }
    : undefined;
}
