import { hasModuleMember, moduleMember } from '../modules/registry.ts';
import type { Value } from '../values/value.ts';
import type { Run } from './run.ts';

/**
 * Names that need no import: Python's, and those that a PySpark shell, Databricks and other notebooks define before the
 * program begins.
 */
export function builtin(run: Run, name: string): Value | undefined {
  if (name === '__name__') return { kind: 'str', value: '__main__' };
  if (hasModuleMember('builtins', name)) return moduleMember(run, 'builtins', name);
  return hasModuleMember('notebook', name) ? moduleMember(run, 'notebook', name) : undefined;
}
