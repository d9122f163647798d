import type { QuantityUnit } from '#lib/base/format.ts';
import type { EvidencePack, Fact } from './evidence-pack.ts';
import { labelOf } from './labels.ts';
import { PackBuilder } from './pack-builder.ts';
import type { Concept, Operator, Setting } from './terms.ts';

/** What a step of a scenario shows, as its author and the simulator's model gave it. */
export interface StepFacts {
  readonly origin: EvidencePack['origin'];
  readonly concept: Concept;
  readonly figures: readonly {
    readonly label: string;
    readonly value: number;
    readonly unit: QuantityUnit;
    readonly side?: Fact['side'];
  }[];
  readonly operators?: readonly Operator[];
  readonly settings?: readonly Setting[];
}

/** The figures of a step, and what the learner predicted for one of them where they did. */
export function packOfStep({
  origin,
  concept,
  figures,
  operators = [],
  settings = [],
}: StepFacts): EvidencePack {
  const builder = new PackBuilder();
  for (const { label, value, unit, side } of figures)
    builder.fact(labelOf(label), value, unit, side ? { side } : {});
  for (const name of operators) builder.term({ kind: 'operator', name });
  for (const name of settings) builder.term({ kind: 'setting', name });
  return builder.build(origin, { kind: 'step', concept });
}
