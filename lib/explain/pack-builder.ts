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
  private readonly terms: PackTerm[] = [];

  fact(
    label: Label,
    value: number | undefined,
    unit: QuantityUnit,
    more: Pick<Fact, 'role' | 'side'> = {},
  ): void {
    if (value === undefined || !Number.isFinite(value) || this.facts.length >= MAX_FACTS) return;
    this.facts.push({ id: `e${this.facts.length + 1}`, label, value, unit, ...more });
  }

  term(term: Term): void {
    const known = this.terms.some(({ kind, name }) => kind === term.kind && name === term.name);
    if (known || this.terms.length >= MAX_TERMS) return;
    this.terms.push({ id: `t${this.terms.length + 1}`, ...term });
  }

  build(origin: EvidencePack['origin'], subject: EvidencePack['subject']): EvidencePack {
    return { version: PACK_VERSION, origin, subject, facts: this.facts, terms: this.terms };
  }
}
