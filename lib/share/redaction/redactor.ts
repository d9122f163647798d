import type { Category } from './categories.ts';
import { isHost, isMailAddress, isPath, WORDS } from './recognize.ts';

/** Values that are known to be telling, because the log or the program names them as such. */
export interface KnownValues {
  readonly names: readonly string[];
  readonly hosts: readonly string[];
}

export const NOTHING_KNOWN: KnownValues = { names: [], hosts: [] };

export interface Redactor {
  readonly hides: (category: Category) => boolean;
  /** A whole value, replaced by its stand-in: "[path 1]". The same value gets the same one everywhere. */
  readonly standIn: (category: Category, value: string) => string;
  /** Text for people, with everything telling in it replaced. */
  readonly text: (text: string) => string;
}

const NOUNS: Readonly<Record<Category, string>> = {
  names: 'name',
  hosts: 'host',
  paths: 'path',
  settings: 'value',
  literals: 'literal',
};

/** Shorter values, such as "a", would be found inside of other words. */
const MIN_KNOWN_CHARS = 3;

export function createRedactor(hidden: readonly Category[], known: KnownValues = NOTHING_KNOWN): Redactor {
  const hides = (category: Category) => hidden.includes(category);
  const numbers = new Map<string, number>();
  const counts = new Map<Category, number>();

  function standIn(category: Category, value: string): string {
    const key = `${category} ${value}`;
    const number = numbers.get(key) ?? (counts.get(category) ?? 0) + 1;
    if (!numbers.has(key)) counts.set(category, number);
    numbers.set(key, number);
    return `[${NOUNS[category]} ${number}]`;
  }

  const knownValues = (['names', 'hosts'] as const)
    .filter(hides)
    .flatMap((category) => known[category].map((value) => ({ category, value })))
    .filter(({ value }) => value.length >= MIN_KNOWN_CHARS)
    // Longer first, so that a name inside of another does not tear it apart.
    .sort((a, b) => b.value.length - a.value.length)
    .map(({ category, value }) => ({ category, value, pattern: wholeWord(value) }));

  function replaceKnown(text: string): string {
    return knownValues.reduce(
      (result, { category, value, pattern }) => result.replace(pattern, () => standIn(category, value)),
      text,
    );
  }

  function replaceWord(word: string): string {
    if (hides('paths') && isPath(word)) {
      // "collect at /home/ann/etl.py:177": the line says nothing about the path.
      const line = /:\d+$/.exec(word)?.[0] ?? '';
      return standIn('paths', word.slice(0, word.length - line.length)) + line;
    }
    if (hides('names') && isMailAddress(word)) return standIn('names', word);
    if (hides('hosts') && isHost(word)) return standIn('hosts', word);
    return word;
  }

  function text(given: string): string {
    let result = given;
    if (hides('literals')) result = hideLiterals(result, (value) => standIn('literals', value));
    if (hides('settings')) result = hideSettings(result, (value) => standIn('settings', value));
    // Paths before names: a user's name is part of a path more often than the other way round.
    result = result.replace(WORDS, (word) => (isStandIn(word) ? word : replaceWord(word)));
    return replaceKnown(result);
  }

  return { hides, standIn, text };
}

/** "java.io.IOException: customer 4711 is blocked" -> the class stays, the message goes. */
const MESSAGE = /((?:[\w$]+\.)*[\w$]*(?:Exception|Error)\b)(:?\s+)(\S[\s\S]*)$/;
const QUOTED = /'(?:[^'\n]|'')*'|"(?:[^"\\\n]|\\.)*"/g;
/** What stands behind a comparison in Spark's plans: `status#3 = SHIPPED`, `amount#5L >= 1000.5`. */
const COMPARED = /([=<>]|\bR?LIKE\b)(\s+)([^\s()[\],=<>#]+)(?![\w.]*#)/g;
/** `status#3 IN (SHIPPED,OPEN)`. */
const LISTED = /(\bIN\s*\()([^()]+)(?=\))/g;

function hideLiterals(text: string, standIn: (value: string) => string): string {
  return text
    .replace(MESSAGE, (_, type: string, gap: string, message: string) => `${type}${gap}${standIn(message)}`)
    .replace(QUOTED, (quoted) => (isStandIn(quoted.slice(1, -1)) ? quoted : standIn(quoted)))
    .replace(LISTED, (_, sign: string, values: string) => sign + standIn(values))
    .replace(COMPARED, (whole, sign: string, gap: string, value: string) =>
      isStandIn(value) || value.startsWith('[') ? whole : `${sign}${gap}${standIn(value)}`,
    );
}

/** `spark.sql.x=7`, `spark.sql.x is 7`, `-Dx=7`, `password: hunter2`. */
const SETTING =
  /(\bspark\.[\w.]*\w)(\s*(?:=|:|\bis\b|\bto\b)\s*)(?!\[)(\S+)|([\w.-]+)(=)(?!\[)([^\s=[\],)]+)/g;

function hideSettings(text: string, standIn: (value: string) => string): string {
  return text.replace(SETTING, (_, ...parts: (string | undefined)[]) => {
    const [name = parts[3], sign = parts[4], value = parts[5] ?? ''] = parts;
    return `${name}${sign}${standIn(value)}`;
  });
}

function wholeWord(value: string): RegExp {
  return new RegExp(`(?<!\\w)${value.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}(?!\\w)`, 'g');
}

function isStandIn(text: string): boolean {
  return /^\[(name|host|path|value|literal) \d+\]$/.test(text);
}
