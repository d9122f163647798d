import { elementsOf } from '../values/iterate.ts';
import { strOf } from '../values/python-text.ts';
import type { Value } from '../values/value.ts';

/** What an argument says, in TypeScript's terms; undefined when it is left out or not known. */
export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'str' ? value.value : undefined;
}

export function numberOf(value: Value | undefined): number | undefined {
  switch (value?.kind) {
    case 'int':
    case 'float':
    case 'decimal':
      return value.value;
    case 'bool':
      return Number(value.value);
    default:
      return undefined;
  }
}

export function boolOf(value: Value | undefined): boolean | undefined {
  return value?.kind === 'bool' ? value.value : undefined;
}

/** One name or a list of them; undefined when one of them is not known. */
export function namesOf(value: Value | undefined): readonly string[] | undefined {
  if (value === undefined) return undefined;
  if (value.kind === 'str') return [value.value];
  const elements = elementsOf(value);
  if (!elements || elements.open) return undefined;
  const names = elements.items.map(textOf);
  return names.includes(undefined) ? undefined : (names as string[]);
}

/** Settings and options are texts: True is `true`, 5 is `5`. */
export function settingText(value: Value | undefined): string | undefined {
  if (value === undefined) return undefined;
  return value.kind === 'bool' ? String(value.value) : strOf(value);
}
