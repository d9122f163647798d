import { type Figure, figureText, type Values } from './figure.ts';

/** `{name}` in prose stands for a figure. */
const PLACEHOLDER = /\{(\w+)\}/g;

/** Names of the figures that a text shows. */
export function figuresIn(prose: string): readonly string[] {
  return [...prose.matchAll(PLACEHOLDER)].map((match) => match[1]!);
}

/** Prose with its numbers; an ellipsis where an engine has not answered yet. */
export function fillProse(
  prose: string,
  figures: Readonly<Record<string, Pick<Figure, 'unit'>>>,
  values: Values,
): string {
  return prose.replace(PLACEHOLDER, (_, name: string) => {
    const [figure, value] = [figures[name], values[name]];
    return figure === undefined || value === undefined ? '…' : figureText(value, figure.unit);
  });
}
