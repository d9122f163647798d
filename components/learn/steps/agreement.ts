import { type Figure, figureText, type Values } from '#lib/learn/scenario/figure.ts';
import type { Origin } from '#lib/learn/scenario/origin.ts';
import type { Agreement } from '#lib/learn/scenario/step.ts';

/** What each engine says of one thing, and how far they are apart. */
export interface Agreed {
  readonly texts: Readonly<Record<Origin, string>>;
  /** The largest over the smallest: 1 where they say the same. Undefined while one of them has not been told. */
  readonly factor: number | undefined;
  readonly isWithin: boolean | undefined;
}

const ORIGINS: readonly Origin[] = ['predicted', 'simulated', 'measured'];

export function agreedOn(
  agreement: Agreement,
  figures: Readonly<Record<string, Pick<Figure, 'unit'>>>,
  values: Values,
): Agreed {
  const told = ORIGINS.map((origin) => {
    const name = agreement[origin];
    const [figure, value] = name === undefined ? [] : [figures[name], values[name]];
    const text =
      name === undefined
        ? 'cannot tell'
        : figure && value !== undefined
          ? figureText(value, figure.unit)
          : '…';
    return { origin, isAsked: name !== undefined, value, text };
  });
  const asked = told.filter(({ isAsked }) => isAsked).map(({ value }) => value);
  const factor = asked.includes(undefined) ? undefined : apart(asked.filter((value) => value !== undefined));
  return {
    texts: Object.fromEntries(told.map(({ origin, text }) => [origin, text])) as Agreed['texts'],
    factor,
    isWithin: factor === undefined ? undefined : factor <= agreement.within,
  };
}

function apart(values: readonly (number | string)[]): number {
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length < values.length) return new Set(values).size === 1 ? 1 : Number.POSITIVE_INFINITY;
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return least === most ? 1 : most / least;
}
