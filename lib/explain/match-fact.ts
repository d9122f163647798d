import type { QuantityUnit } from '#lib/base/format.ts';
import type { Fact } from './evidence-pack.ts';
import type { Quantity, TextUnit } from './read-quantities.ts';

/** Units of facts that a number in a text can mean. A bare number may count anything, but is no time, size or share. */
const COUNTED: readonly QuantityUnit[] = ['count', 'tasks', 'records', 'files'];
const MEANS: Readonly<Record<TextUnit, readonly QuantityUnit[]>> = {
  ms: ['ms'],
  bytes: ['bytes'],
  share: ['share'],
  ratio: ['ratio'],
  tasks: ['tasks', 'count'],
  records: ['records', 'count'],
  files: ['files', 'count'],
  plain: [...COUNTED, 'ratio'],
  other: [],
};

/** Facts that a quantity of a text states, rounded as it may be. */
export function factsStating(quantity: Quantity, facts: readonly Fact[]): readonly Fact[] {
  return facts.filter((fact) => MEANS[quantity.unit].includes(fact.unit) && isRounded(quantity, fact.value));
}

function isRounded({ value, slack, binary }: Quantity, exact: number): boolean {
  const sizes = binary === undefined ? [1] : [1, binary];
  return sizes.some((size) => {
    // A hair more than half a digit: 0.5 of a binary fraction is not always exact. A sign is often said in words.
    const room = slack * size * (1 + 1e-9) + Math.abs(exact) * 1e-12;
    return Math.abs(Math.abs(value) * size - Math.abs(exact)) <= room && (value >= 0 || exact <= 0);
  });
}
