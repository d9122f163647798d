import type { Args, Value } from '../values/value.ts';

/**
 * Binds the arguments of a call as Python does. Signatures are written as in PySpark's documentation, without types and
 * defaults: `other, on, how`, `*cols`, `subset, *, inplace`, `name, **options`.
 */
export class Bound {
  private readonly values: ReadonlyMap<string, Value>;
  /** What `*cols` took. */
  readonly rest: readonly Value[];
  /** What `**options` took, and keywords that the signature does not have. */
  readonly extra: ReadonlyMap<string, Value>;
  /** There may be further arguments that are not known. */
  readonly open: boolean;

  constructor(
    values: ReadonlyMap<string, Value>,
    rest: readonly Value[],
    extra: ReadonlyMap<string, Value>,
    open: boolean,
  ) {
    this.values = values;
    this.rest = rest;
    this.extra = extra;
    this.open = open;
  }

  /** undefined when it is left out or None. */
  get(name: string): Value | undefined {
    const value = this.values.get(name);
    return value?.kind === 'none' ? undefined : value;
  }

  /** Whether it was written at all, as None or otherwise. */
  has(name: string): boolean {
    return this.values.has(name);
  }
}

interface Signature {
  readonly names: readonly string[];
  /** Where `*rest` stands among them. */
  readonly restAt: number;
}

const parsed = new Map<string, Signature>();

function parse(text: string): Signature {
  let signature = parsed.get(text);
  if (signature === undefined) {
    const names: string[] = [];
    let restAt = -1;
    for (const part of text.split(',').map((each) => each.trim())) {
      if (part.startsWith('**') || part === '') continue;
      if (part.startsWith('*')) restAt = names.length;
      else names.push(part);
    }
    signature = { names, restAt };
    parsed.set(text, signature);
  }
  return signature;
}

/** The parameters of a signature in order; `many` is the one that takes any number of arguments. */
export function parametersOf(text: string): readonly { readonly name: string; readonly many: boolean }[] {
  return text.split(',').flatMap((part) => {
    const name = part.trim();
    if (name === '' || name === '*' || name.startsWith('**')) return [];
    return [{ name: name.replace('*', ''), many: name.startsWith('*') }];
  });
}

export function bindArgs(text: string, args: Args): Bound {
  const { names, restAt } = parse(text);
  const values = new Map<string, Value>();
  const positional = restAt === -1 ? names.length : restAt;
  args.positional.slice(0, positional).forEach((value, index) => {
    values.set(names[index]!, value);
  });
  const extra = new Map<string, Value>();
  for (const [name, value] of args.keywords) {
    if (names.includes(name)) values.set(name, value);
    else extra.set(name, value);
  }
  return new Bound(values, args.positional.slice(positional), extra, args.open);
}
