import { callApi } from '../api/dispatch.ts';
import { unknown } from '../values/make.ts';
import type { SparkValue } from '../values/spark-value.ts';
import type { Args, CallSite, ClassValue, Value } from '../values/value.ts';
import { callFunction } from './functions.ts';
import { noteCall } from './note-call.ts';
import type { Run } from './run.ts';

/** Calls anything. What is not callable or not known gives an unknown value, which remembers the frames passed in. */
export function callValue(run: Run, fn: Value, args: Args, site: CallSite): Value {
  run.budget.spend();
  switch (fn.kind) {
    case 'function':
      return callFunction(run, fn, args, site);
    case 'bound':
      return callFunction(run, fn.fn, { ...args, positional: [fn.self, ...args.positional] }, site);
    case 'native': {
      const before = run.steps.length;
      const gives = fn.call(args, site);
      noteCall(run, site, before, {
        kind: 'function',
        method: fn.name,
        at: undefined,
        on: undefined,
        args,
        gives,
      });
      return gives;
    }
    case 'method':
      return run.method(fn.self, fn.name, args, site);
    case 'unbound': {
      const [self, ...positional] = args.positional;
      return self
        ? run.method(self, fn.name, { ...args, positional }, site)
        : unknown(`a call of ${fn.name} without its object`);
    }
    case 'partial':
      return run.call(fn.fn, joinArgs(fn.args, args), site);
    case 'class':
      return instantiate(run, fn, args, site);
    case 'instance': {
      const call = run.classAttribute(fn.cls, '__call__');
      if (call?.kind === 'function') return run.call({ kind: 'bound', fn: call, self: fn }, args, site);
      return unknownResult(run, `a call of ${fn.cls.name}`, args, site);
    }
    default:
      return callApi(run, fn, args, site) ?? unknownResult(run, whyUncallable(fn), args, site);
  }
}

function joinArgs(first: Args, second: Args): Args {
  return {
    positional: [...first.positional, ...second.positional],
    keywords: new Map([...first.keywords, ...second.keywords]),
    open: first.open || second.open,
  };
}

function whyUncallable(fn: Value): string {
  return fn.kind === 'unknown' ? fn.why : `a call of what is no function (${fn.kind})`;
}

/** A function that nobody knows may return a DataFrame only if it was given something of Spark. */
export function unknownResult(run: Run, why: string, args: Args, site: CallSite, self?: Value): Value {
  const given = [...(self ? [self] : []), ...args.positional, ...args.keywords.values()].flatMap(sparkIn);
  if (given.length === 0) return unknown(why);
  const gives = unknown(why, { from: given });
  noteCall(run, site, run.steps.length, {
    kind: 'unknown',
    method: '?',
    at: undefined,
    on: self,
    args,
    gives,
  });
  run.note(site.file, site.range, `unknown function: ${why}`, 'what it does with Spark is not shown');
  return gives;
}

function sparkIn(value: Value): readonly SparkValue[] {
  switch (value.kind) {
    case 'frame':
    case 'session':
    case 'context':
    case 'rdd':
    case 'grouped':
      return [value];
    case 'unknown':
      return value.frame?.from ?? [];
    case 'list':
    case 'tuple':
      return value.items.flatMap(sparkIn);
    default:
      return [];
  }
}

function instantiate(run: Run, cls: ClassValue, args: Args, site: CallSite): Value {
  if (cls.isEnum) return enumMember(cls, args);
  const instance: Value = { kind: 'instance', cls, attrs: new Map() };
  const init = run.classAttribute(cls, '__init__');
  if (init?.kind === 'function') {
    run.call({ kind: 'bound', fn: init, self: instance }, args, site);
  } else if (cls.fields) {
    cls.fields.forEach(([name, value], index) => {
      const given = args.positional[index] ?? args.keywords.get(name) ?? value;
      instance.attrs.set(name, given ?? unknown(`the field ${name} of ${cls.name} is not known`));
    });
    const after = run.classAttribute(cls, '__post_init__');
    if (after?.kind === 'function') {
      run.call(
        { kind: 'bound', fn: after, self: instance },
        { positional: [], keywords: new Map(), open: false },
        site,
      );
    }
  }
  return instance;
}

function enumMember(cls: ClassValue, args: Args): Value {
  const wanted = args.positional[0];
  for (const member of cls.attrs.values()) {
    if (member.kind !== 'instance') continue;
    const value = member.attrs.get('value');
    if (value && wanted && 'value' in value && 'value' in wanted && value.value === wanted.value)
      return member;
  }
  return unknown(`which member of ${cls.name} depends on the run`);
}
