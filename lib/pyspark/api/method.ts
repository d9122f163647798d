import { LIMITS, OutOfBudget } from '../interpret/budget.ts';
import type { Run } from '../interpret/run.ts';
import type { SourceRange } from '../program.ts';
import type { Args, CallSite, Value } from '../values/value.ts';
import { type Bound, bindArgs } from './signature.ts';

/** One call that is being made: where it stands, and the operation that it is in the program. */
export class Call {
  readonly run: Run;
  readonly site: CallSite;
  readonly name: string;
  private operation: number | undefined;

  constructor(run: Run, site: CallSite, name: string) {
    this.run = run;
    this.site = site;
    this.name = name;
  }

  /** The index of this call in the program's operations; it is written down when first asked for. */
  get at(): number {
    if (this.operation === undefined) {
      const { run, site } = this;
      if (run.operations.length >= LIMITS.operations) throw new OutOfBudget();
      this.operation = run.operations.length;
      run.operations.push({
        method: this.name,
        name: run.range(site.file, site.name),
        range: run.range(site.file, site.range),
        callers: [...run.callers],
      });
    }
    return this.operation;
  }

  /** The same, without writing it down. */
  get writtenAt(): number | undefined {
    return this.operation;
  }

  get place(): SourceRange {
    return this.run.range(this.site.file, this.site.name);
  }

  note(what: string, effect: string): void {
    this.run.note(this.site.file, this.site.range, what, effect);
  }
}

/** A method as its signature and what it does; `self` is what it is called on. */
export type Method<Self> = readonly [signature: string, run: (self: Self, args: Bound, call: Call) => Value];

export type Methods<Self> = Readonly<Record<string, Method<Self>>>;

/** What `self.name` gives without a call. */
export type Properties<Self> = Readonly<Record<string, (self: Self, call: Call) => Value>>;

export interface Class<Self> {
  readonly methods: Methods<Self>;
  readonly properties: Properties<Self>;
  /** `self.name` for any other name: a column of a DataFrame, a field of a column. */
  readonly other?: (self: Self, name: string, call: Call) => Value | undefined;
}

export function invoke<Self>(method: Method<Self>, self: Self, args: Args, call: Call): Value {
  return method[1](self, bindArgs(method[0], args), call);
}

/** An own entry: tables are plain objects, and `toString` is a name like any other. */
export function entry<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
