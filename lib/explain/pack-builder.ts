import type { QuantityUnit } from '#lib/base/format.ts';
import {
  type EvidencePack,
  type Fact,
  MAX_FACTS,
  MAX_TERMS,
  PACK_VERSION,
  type PackTerm,
} from './evidence-pack.ts';
import type { Label } from './labels.ts';
import type { Term } from './terms.ts';

/** Numbers and names in the order in which they are added; what is beyond the caps is left out. */
export class PackBuilder {
  private readonly facts: Fact[] = [];
  private terms: readonly PackTerm[] = [];

  fact(
    label: Label,
    value: number | undefined,
    unit: QuantityUnit,
    more: Pick<Fact, 'role' | 'side'> = {},
  ): void {
    if (value === undefined || !Number.isFinite(value) || this.facts.length >= MAX_FACTS) return;
    this.facts.push({ id: `e${this.facts.length + 1}`, label, value, unit, ...more });
  }

  /** A name that comes up on the other side too is of both. */
  term(term: Term, side?: Fact['side']): void {
    const index = this.terms.findIndex(({ kind, name }) => kind === term.kind && name === term.name);
    const known = this.terms[index];
    if (!known && this.terms.length < MAX_TERMS)
      this.terms = [...this.terms, { id: `t${this.terms.length + 1}`, ...term, ...(side ? { side } : {}) }];
    if (!known?.side || known.side === side) return;
    const { side: _, ...both } = known;
    this.terms = this.terms.with(index, both);
  }

  build(origin: EvidencePack['origin'], subject: EvidencePack['subject']): EvidencePack {
    return { version: PACK_VERSION, origin, subject, facts: this.facts, terms: this.terms };
  }
}
