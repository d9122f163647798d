/**
 * Learns the layout of a JSON line: which bytes are the same in every line of its kind (keys, brackets) and
 * where values stand. Spark writes all events of a kind with the same keys in the same order, so that later
 * lines can be read by position, with every constant byte checked (see `LineShape`).
 */

export type SlotKind = 'number' | 'text' | 'boolean' | 'accumulables';

export interface Slot {
  /** Keys from the root joined by "/", e.g. "Task Metrics/JVM GC Time". */
  readonly path: string;
  readonly kind: SlotKind;
}

export interface LineLayout {
  readonly slots: readonly Slot[];
  /** `literals[i]` stands before slot i; the last one closes the line, newline included. */
  readonly literals: readonly Uint8Array[];
}

export interface LearnOptions {
  /** Texts that belong to the layout: a line with another value there has another shape. */
  readonly constant: ReadonlySet<string>;
}

const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

const latin1 = new TextDecoder('latin1');

/**
 * `line` with its newline. Returns undefined where the line has something that cannot be read by position:
 * a filled array (other than accumulables), an escape in a text, a fraction, null, white space.
 */
export function learnLayout(line: Uint8Array, options: LearnOptions): LineLayout | undefined {
  const slots: Slot[] = [];
  const literals: Uint8Array[] = [];
  let at = 0;
  let literalStart = 0;

  const slot = (path: string, kind: SlotKind, valueStart: number, valueEnd: number): void => {
    slots.push({ path, kind });
    literals.push(line.slice(literalStart, valueStart));
    literalStart = valueEnd;
    at = valueEnd;
  };

  /** End of the text that starts after the quote at `at`, or -1 when it has an escape or no end. */
  const textEnd = (from: number): number => {
    for (let i = from; i < line.length; i++) {
      if (line[i] === QUOTE) return i;
      if (line[i] === BACKSLASH) return -1;
    }
    return -1;
  };

  const object = (path: string): boolean => {
    at++;
    if (line[at] === CLOSE_BRACE) {
      at++;
      return true;
    }
    for (;;) {
      if (line[at] !== QUOTE) return false;
      const keyEnd = textEnd(at + 1);
      if (keyEnd < 0) return false;
      const key = latin1.decode(line.subarray(at + 1, keyEnd));
      at = keyEnd + 2;
      if (!value(path === '' ? key : `${path}/${key}`)) return false;
      if (line[at] === COMMA) {
        at++;
        continue;
      }
      if (line[at] !== CLOSE_BRACE) return false;
      at++;
      return true;
    }
  };

  const value = (path: string): boolean => {
    const first = line[at];
    if (first === OPEN_BRACE) return object(path);
    if (first === OPEN_BRACKET) {
      if (path.endsWith('/Accumulables')) {
        const end = skipValue(line, at, line.length);
        if (end < 0) return false;
        slot(path, 'accumulables', at, end);
        return true;
      }
      if (line[at + 1] !== CLOSE_BRACKET) return false;
      at += 2;
      return true;
    }
    if (first === QUOTE) {
      const end = textEnd(at + 1);
      if (end < 0) return false;
      if (options.constant.has(path)) at = end + 1;
      else {
        slot(path, 'text', at + 1, end);
        at = end + 1;
      }
      return true;
    }
    const end = scalarEnd(line, at);
    const scalar = latin1.decode(line.subarray(at, end));
    if (scalar === 'true' || scalar === 'false') slot(path, 'boolean', at, end);
    else if (/^-?\d+$/.test(scalar)) slot(path, 'number', at, end);
    else return false;
    return true;
  };

  if (line[0] !== OPEN_BRACE || !object('')) return undefined;
  const tail = line.slice(literalStart);
  if (tail[tail.length - 1] !== 10) return undefined;
  return { slots, literals: [...literals, tail] };
}

function scalarEnd(line: Uint8Array, from: number): number {
  let i = from;
  while (i < line.length && line[i] !== COMMA && line[i] !== CLOSE_BRACE && line[i] !== CLOSE_BRACKET) i++;
  return i;
}

/** Position after the JSON object or array that starts at `from`, minding texts and nesting; -1 if it has no end. */
export function skipValue(bytes: Uint8Array, from: number, end: number): number {
  let depth = 0;
  let inText = false;
  for (let i = from; i < end; i++) {
    const c = bytes[i];
    if (inText) {
      if (c === BACKSLASH) i++;
      else if (c === QUOTE) inText = false;
    } else if (c === QUOTE) inText = true;
    else if (c === OPEN_BRACE || c === OPEN_BRACKET) depth++;
    else if (c === CLOSE_BRACE || c === CLOSE_BRACKET) {
      depth--;
      if (depth === 0) return i + 1;
    }
  }
  return -1;
}
