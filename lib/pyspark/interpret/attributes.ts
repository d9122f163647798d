import { classOf } from '../api/dispatch.ts';
import { Call, entry } from '../api/method.ts';
import { methodNames } from '../builtins/methods.ts';
import { moduleMember } from '../modules/registry.ts';
import { attributesOf } from '../values/attributes-of.ts';
import { NO_ARGS, str, unknown } from '../values/make.ts';
import type { CallSite, ClassValue, Value } from '../values/value.ts';
import { findInBases, findInClass } from './classes.ts';
import type { Run } from './run.ts';

/** `value.name` without a call. */
export function attributeOf(run: Run, of: Value, name: string, site: CallSite): Value {
  switch (of.kind) {
    case 'instance':
      return instanceAttribute(run, of, name, site);
    case 'class': {
      if (name === '__name__') return str(of.name);
      const found = findInClass(of, name);
      if (found?.kind === 'function')
        return found.binding === 'class' ? { kind: 'bound', fn: found, self: of } : found;
      return found ?? unknown(`the attribute ${name} of ${of.name} is not known`);
    }
    case 'super': {
      const found = findInBases(of.owner, name);
      if (found?.kind === 'function') return { kind: 'bound', fn: found, self: of.self };
      return found ?? unknown(`what super().${name} is`);
    }
    case 'module': {
      const own = of.scope?.vars.get(name);
      if (own) return own;
      if (of.scope) return run.importModule(`${of.name}.${name}`, of.scope, 0);
      return moduleMember(run, of.name, name);
    }
    case 'function':
      return name === '__name__' ? str(of.name) : unknown(`the attribute ${name} of a function`);
    case 'tuple': {
      const index = of.names?.indexOf(name) ?? -1;
      return of.items[index] ?? { kind: 'method', self: of, name };
    }
    case 'date':
    case 'datetime':
      return dateField(of.ms, name) ?? { kind: 'method', self: of, name };
    default:
      return apiAttribute(run, of, name, site);
  }
}

function apiAttribute(run: Run, of: Value, name: string, site: CallSite): Value {
  const cls = classOf(of);
  if (cls === undefined) {
    if (of.kind === 'unknown') return unknown(of.why, of.frame);
    return methodNames(of.kind).has(name)
      ? { kind: 'method', self: of, name }
      : unknown(`the attribute ${name}`);
  }
  const property = entry(cls.properties, name);
  if (property) return property(of, new Call(run, site, name));
  if (entry(cls.methods, name)) return { kind: 'method', self: of, name };
  return cls.other?.(of, name, new Call(run, site, name)) ?? unknown(`the attribute ${name} of a ${of.kind}`);
}

function instanceAttribute(run: Run, of: Value & { kind: 'instance' }, name: string, site: CallSite): Value {
  const own = of.attrs.get(name);
  if (own) return own;
  if (name === '__dict__') return attributesOf(of);
  if (name === '__class__') return of.cls;
  const found = findInClass(of.cls, name);
  if (found?.kind === 'function') {
    switch (found.binding) {
      case 'static':
        return found;
      case 'class':
        return { kind: 'bound', fn: found, self: of.cls };
      case 'property':
        return run.call({ kind: 'bound', fn: found, self: of }, NO_ARGS, site);
      default:
        return { kind: 'bound', fn: found, self: of };
    }
  }
  // A class attribute of an Enum's member and the like.
  return found ?? unknown(`the attribute ${name} of ${of.cls.name} is not known`);
}

function dateField(ms: number, name: string): Value | undefined {
  const date = new Date(ms);
  const fields: Readonly<Record<string, number>> = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
  const value = entry(fields, name);
  return value === undefined ? undefined : { kind: 'int', value };
}

export function classAttribute(cls: ClassValue, name: string): Value | undefined {
  return findInClass(cls, name);
}
