import type { SourceRange } from '../program.ts';

/** Why an edit is not made, in words for whoever asked for it; thrown wherever it turns out. */
export class Refused extends Error {
  readonly others: readonly SourceRange[] | undefined;

  constructor(why: string, others?: readonly SourceRange[]) {
    super(why);
    this.name = 'Refused';
    this.others = others;
  }
}
