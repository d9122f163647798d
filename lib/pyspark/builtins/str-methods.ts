import { numberOf, textOf } from '../api/read-value.ts';
import { formatText } from '../values/format.ts';
import { hashKey } from '../values/hash-key.ts';
import { elementsOf } from '../values/iterate.ts';
import { bool, int, list, str, tuple, unknown } from '../values/make.ts';
import type { Args, StrValue, Value } from '../values/value.ts';
import type { BuiltinMethods } from './methods.ts';

const text =
  (make: (value: string) => string) =>
  (self: StrValue): Value =>
    str(make(self.value));
const test =
  (check: (value: string) => boolean) =>
  (self: StrValue): Value =>
    bool(check(self.value));

const title = (value: string): string =>
  value.replace(/\p{L}+/gu, (word) => word[0]!.toUpperCase() + word.slice(1).toLowerCase());

export const STR_METHODS: BuiltinMethods<StrValue> = {
  upper: text((value) => value.toUpperCase()),
  lower: text((value) => value.toLowerCase()),
  casefold: text((value) => value.toLowerCase()),
  capitalize: text((value) => (value[0]?.toUpperCase() ?? '') + value.slice(1).toLowerCase()),
  title: text(title),
  swapcase: text((value) =>
    [...value].map((c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())).join(''),
  ),
  strip: (self, args) => stripped(self, args, 'both'),
  lstrip: (self, args) => stripped(self, args, 'left'),
  rstrip: (self, args) => stripped(self, args, 'right'),
  isdigit: test((value) => /^\d+$/.test(value)),
  isnumeric: test((value) => /^\d+$/.test(value)),
  isalpha: test((value) => /^\p{L}+$/u.test(value)),
  isalnum: test((value) => /^[\p{L}\d]+$/u.test(value)),
  isidentifier: test((value) => /^[\p{L}_][\p{L}\d_]*$/u.test(value)),
  isupper: test((value) => value !== value.toLowerCase() && value === value.toUpperCase()),
  islower: test((value) => value !== value.toUpperCase() && value === value.toLowerCase()),
  isspace: test((value) => /^\s+$/.test(value)),
  startswith: (self, args) => affix(args, (part) => self.value.startsWith(part)),
  endswith: (self, args) => affix(args, (part) => self.value.endsWith(part)),
  removeprefix: (self, args) => {
    const part = textOf(args.positional[0]);
    return part === undefined
      ? undefined
      : str(self.value.startsWith(part) ? self.value.slice(part.length) : self.value);
  },
  removesuffix: (self, args) => {
    const part = textOf(args.positional[0]);
    if (part === undefined) return undefined;
    return str(part !== '' && self.value.endsWith(part) ? self.value.slice(0, -part.length) : self.value);
  },
  replace: (self, args) => {
    const [from, to, count] = args.positional;
    if (from?.kind !== 'str' || to?.kind !== 'str') return undefined;
    const times = numberOf(count);
    if (times === undefined || times < 0) return str(self.value.replaceAll(from.value, to.value));
    let result = self.value;
    for (let turn = 0, at = 0; turn < Math.min(times, 1000); turn++) {
      at = result.indexOf(from.value, at);
      if (at === -1) break;
      result = result.slice(0, at) + to.value + result.slice(at + from.value.length);
      at += to.value.length;
    }
    return str(result);
  },
  join: (self, args) => {
    const elements = args.positional[0] && elementsOf(args.positional[0]);
    if (!elements || elements.open) return unknown('a text that depends on the run');
    const parts = elements.items.map(textOf);
    return parts.includes(undefined) ? undefined : str(parts.join(self.value));
  },
  split: (self, args) => {
    const separator = args.positional[0] ?? args.keywords.get('sep');
    const limit = numberOf(args.positional[1] ?? args.keywords.get('maxsplit')) ?? -1;
    if (separator === undefined || separator.kind === 'none') {
      return list(
        self.value.trim() === '' ? [] : limited(self.value.trim().split(/\s+/), ' ', limit).map(str),
      );
    }
    return separator.kind === 'str' && separator.value !== ''
      ? list(limited(self.value.split(separator.value), separator.value, limit).map(str))
      : undefined;
  },
  rsplit: (self, args) => {
    const separator = textOf(args.positional[0]);
    const limit = numberOf(args.positional[1] ?? args.keywords.get('maxsplit')) ?? -1;
    if (!separator) return undefined;
    const parts = self.value.split(separator);
    if (limit < 0 || parts.length <= limit + 1) return list(parts.map(str));
    const head = parts.slice(0, parts.length - limit).join(separator);
    return list([head, ...parts.slice(parts.length - limit)].map(str));
  },
  splitlines: (self) =>
    list(
      self.value
        .split(/\r?\n/)
        .filter((line, i, all) => i < all.length - 1 || line !== '')
        .map(str),
    ),
  partition: (self, args) => partition(self, textOf(args.positional[0]), false),
  rpartition: (self, args) => partition(self, textOf(args.positional[0]), true),
  find: (self, args) => at(args, (part) => self.value.indexOf(part)),
  index: (self, args) => at(args, (part) => self.value.indexOf(part)),
  rfind: (self, args) => at(args, (part) => self.value.lastIndexOf(part)),
  count: (self, args) =>
    at(args, (part) => (part === '' ? self.value.length + 1 : self.value.split(part).length - 1)),
  zfill: (self, args) => {
    const width = numberOf(args.positional[0]);
    return width === undefined ? undefined : str(self.value.padStart(Math.min(width, 1000), '0'));
  },
  ljust: (self, args) => padded(self, args, 'end'),
  rjust: (self, args) => padded(self, args, 'start'),
  encode: (self) => ({ kind: 'bytes', value: self.value }),
  format: (self, args) => formatWith(self, args.positional, (name) => args.keywords.get(name)),
  format_map: (self, args) => {
    const [of] = args.positional;
    if (of?.kind !== 'dict') return undefined;
    return formatWith(self, [], (name) => of.entries.get(hashKey(str(name)) ?? '')?.[1]);
  },
};

function formatWith(
  self: StrValue,
  positional: readonly Value[],
  named: (name: string) => Value | undefined,
): Value {
  const shown = formatText(self.value, positional, named);
  return shown === undefined ? unknown('a text that depends on the run') : str(shown);
}

function limited(parts: readonly string[], separator: string, limit: number): readonly string[] {
  if (limit < 0 || parts.length <= limit + 1) return parts;
  return [...parts.slice(0, limit), parts.slice(limit).join(separator)];
}

function stripped(self: StrValue, args: Args, side: 'both' | 'left' | 'right'): Value | undefined {
  const [given] = args.positional;
  if (given && given.kind !== 'none' && given.kind !== 'str') return undefined;
  const chars = given?.kind === 'str' ? given.value : ' \t\n\r\v\f';
  let start = 0;
  let end = self.value.length;
  if (side !== 'right') while (start < end && chars.includes(self.value[start]!)) start++;
  if (side !== 'left') while (end > start && chars.includes(self.value[end - 1]!)) end--;
  return str(self.value.slice(start, end));
}

function affix(args: Args, check: (part: string) => boolean): Value | undefined {
  const [given] = args.positional;
  const parts = given?.kind === 'tuple' ? given.items.map(textOf) : [textOf(given)];
  return parts.includes(undefined) ? undefined : bool(parts.some((part) => check(part!)));
}

function at(args: Args, find: (part: string) => number): Value | undefined {
  const part = textOf(args.positional[0]);
  return part === undefined ? undefined : int(find(part));
}

function padded(self: StrValue, args: Args, side: 'start' | 'end'): Value | undefined {
  const width = numberOf(args.positional[0]);
  const fill = textOf(args.positional[1]) ?? ' ';
  if (width === undefined || width > 1000) return undefined;
  return str(side === 'start' ? self.value.padStart(width, fill) : self.value.padEnd(width, fill));
}

function partition(self: StrValue, separator: string | undefined, last: boolean): Value | undefined {
  if (!separator) return undefined;
  const index = last ? self.value.lastIndexOf(separator) : self.value.indexOf(separator);
  if (index === -1) return tuple((last ? ['', '', self.value] : [self.value, '', '']).map(str));
  return tuple([self.value.slice(0, index), separator, self.value.slice(index + separator.length)].map(str));
}
