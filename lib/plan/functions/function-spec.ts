import type { Call } from '../expression/expression.ts';

/** What the analyzer has to know of a function. */
export interface FunctionSpec {
  /** Spark's own name; the first of a line. */
  readonly name: string;
  readonly role: Call['role'];
  /** Types the arguments are cast to; the last one goes for all further arguments. `any`: as they come. */
  readonly accepts: readonly string[];
  /** Type text, or a rule of `result-types.ts` with its `@`. */
  readonly result: string;
  /** `any`: null when an argument is. */
  readonly nullable: 'any' | 'never' | 'always';
  readonly deterministic: boolean;
}

/**
 * Reads lines of the form `name alias alias : accepts … : result flags`. Flags: `!` never null, `?` may always be null,
 * `~` another value at every call. Kept as text since there are six hundred of them and they are read as a table.
 */
export function readSpecs(role: Call['role'], text: string): ReadonlyMap<string, FunctionSpec> {
  const specs = new Map<string, FunctionSpec>();
  for (const line of text.split('\n')) {
    const [names = '', accepts = '', result = ''] = line.split(' : ').map((part) => part.trim());
    const all = names.split(' ').filter((name) => name !== '');
    const [name] = all;
    if (name === undefined) continue;
    const nullable = role === 'window' || result.includes('?') ? 'always' : 'any';
    const spec: FunctionSpec = {
      name,
      role,
      accepts: accepts.split(' ').filter((type) => type !== ''),
      result: result.replace(/(\s*[!?~])+$/, ''),
      nullable: result.includes('!') ? 'never' : nullable,
      deterministic: !result.includes('~'),
    };
    for (const each of all) specs.set(each, spec);
  }
  return specs;
}
