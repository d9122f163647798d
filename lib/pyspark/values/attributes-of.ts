import { dict, str, unknown } from './make.ts';
import type { Value } from './value.ts';

/** `vars(x)` and `x.__dict__`. */
export function attributesOf(value: Value): Value {
  return value.kind === 'instance'
    ? dict([...value.attrs].map(([name, each]) => [str(name), each]))
    : unknown('the attributes of what is not known');
}
