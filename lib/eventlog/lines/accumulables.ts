import { isExact } from './exact-digits.ts';
import { skipValue } from './learn-shape.ts';

/**
 * Reads the "Accumulables" array of a task's end, 70 % of the bytes of a log, without parsing it as JSON.
 *
 * An entry looks like {"ID":7,"Name":"data size","Update":"48","Value":"96","Internal":true,…,"Metadata":"sql"}.
 * The same ID always has the same name and flags, so their lengths are learned at the first sight of an ID and
 * jumped over afterwards. A jump is accepted only if it lands behind the bytes `","Update":` and before `}`;
 * an unescaped quote cannot stand inside a text, so a wrong landing is impossible. What is jumped over is not looked
 * at: a line with wrong bytes there, in a name or a running total, still gives its right values.
 */
export class AccumulableReader {
  /** IDs and task values ("Update") of the SQL metrics of the line read last; `count` of them are valid. */
  readonly ids: Float64Array = new Float64Array(MAX_ENTRIES);
  readonly updates: Float64Array = new Float64Array(MAX_ENTRIES);
  count = 0;

  readonly #entries = new Map<number, EntryLayout>();
  /** Consecutive tasks list the same IDs in the same order: the entry seen at this position last time. */
  readonly #expected: (EntryLayout | undefined)[] = [];

  /** `at` is the opening bracket. Position after the closing one, or -1 when the array is not as expected. */
  read(bytes: Uint8Array, view: DataView, start: number, end: number): number {
    this.count = 0;
    if (bytes[start] !== OPEN_BRACKET) return -1;
    let at = start + 1;
    if (bytes[at] === CLOSE_BRACKET) return at + 1;
    for (let position = 0; position < MAX_ENTRIES; position++) {
      at = this.#entry(bytes, view, at, end, position);
      if (at < 0) return -1;
      const c = bytes[at];
      if (c === CLOSE_BRACKET) return at + 1;
      if (c !== COMMA) return -1;
      at++;
    }
    return -1;
  }

  #entry(bytes: Uint8Array, view: DataView, start: number, end: number, position: number): number {
    if (start + 8 > end || view.getInt32(start) !== OPEN_ID || view.getInt16(start + 4) !== ID_END) return -1;
    let at = start + 6;
    let id = 0;
    for (let c = bytes[at]!; c >= ZERO && c <= NINE; c = bytes[++at]!) id = id * 10 + (c - ZERO);
    if (!isExact(bytes, start + 6, at)) return -1;

    let layout = this.#expected[position];
    if (layout?.id !== id) {
      layout = this.#entries.get(id) ?? this.#learn(bytes, at, end, id);
      this.#expected[position] = layout;
    }
    if (!layout.readable) return skipUnlessSql(bytes, view, start, end);

    at += layout.toUpdate;
    if (at >= end || view.getInt32(at - 4) !== UPDATE_END || view.getInt32(at - 8) !== UPDATE_START)
      return -1;
    if (bytes[at - 11] !== QUOTE) return -1;
    const quoted = bytes[at] === QUOTE;
    if (quoted) at++;
    let c = bytes[at]!;
    const negative = c === MINUS;
    if (negative) c = bytes[++at]!;
    const digits = at;
    let update = 0;
    if (!(c >= ZERO && c <= NINE)) return skipUnlessSql(bytes, view, start, end);
    do {
      update = update * 10 + (c - ZERO);
      c = bytes[++at]!;
    } while (c >= ZERO && c <= NINE);
    if (!isExact(bytes, digits, at)) return -1;
    if (bytes[at] !== (quoted ? QUOTE : COMMA)) return skipUnlessSql(bytes, view, start, end);
    if (quoted) at++;

    // `,"Value":` and the running total, which is not needed.
    if (at + VALUE_KEY >= end || view.getInt32(at) !== VALUE_START) return -1;
    at += VALUE_KEY;
    c = bytes[at]!;
    if (c === QUOTE) c = bytes[++at]!;
    if (c === MINUS) c = bytes[++at]!;
    while (c >= ZERO && c <= NINE) c = bytes[++at]!;
    if (quoted) at++;
    at += layout.toEnd;
    if (at >= end || bytes[at] !== CLOSE_BRACE || bytes[at - layout.toEnd] !== COMMA) {
      return layout.sql ? -1 : skipUnlessSql(bytes, view, start, end);
    }
    if (endsInSql(view, at) !== layout.sql) return -1;
    if (layout.sql) {
      this.ids[this.count] = id;
      this.updates[this.count] = negative ? -update : update;
      this.count++;
    }
    return at + 1;
  }

  /** `at` is behind the ID. Measures the constant parts of the entry. */
  #learn(bytes: Uint8Array, at: number, end: number, id: number): EntryLayout {
    const close = closingBrace(bytes, at, end);
    const tail = close < 0 ? '' : latin1.decode(bytes.subarray(at, close));
    const match = ENTRY.exec(tail);
    const layout: EntryLayout = match
      ? {
          id,
          readable: true,
          toUpdate: match[1]!.length,
          toEnd: match[2]!.length,
          sql: match[2]!.includes('"Metadata":"sql"'),
        }
      : { id, readable: false, toUpdate: 0, toEnd: 0, sql: false };
    // Hostile logs could name millions of IDs; real ones reuse a few per operator.
    if (this.#entries.size < MAX_LAYOUTS) this.#entries.set(id, layout);
    return layout;
  }
}

interface EntryLayout {
  readonly id: number;
  /** False where the entry has another form than `ENTRY`. */
  readonly readable: boolean;
  /** Bytes from behind the ID to the update's value. */
  readonly toUpdate: number;
  /** Bytes from behind the running total to the closing brace. */
  readonly toEnd: number;
  readonly sql: boolean;
}

const MAX_ENTRIES = 4096;
const MAX_LAYOUTS = 4_000_000;
/** `,"Name":"…","Update":` value `,"Value":` value, then the flags. */
const ENTRY =
  /^(,"Name":"(?:[^"\\]|\\.)*","Update":)(?:"-?\d+","Value":"-?\d+"|-?\d+,"Value":-?\d+)((?:,"[^"]*":(?:"[^"]*"|true|false))+)$/;
const VALUE_KEY = ',"Value":'.length;

const latin1 = new TextDecoder('latin1');

const QUOTE = 34;
const COMMA = 44;
const MINUS = 45;
const ZERO = 48;
const NINE = 57;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const CLOSE_BRACE = 125;
/** Parts of `{"ID":`, `"Update":`, `,"Value":` and `,"Metadata":"sql"}` as big-endian words. */
const OPEN_ID = 0x7b224944;
const ID_END = 0x223a;
const VALUE_START = 0x2c225661;
const UPDATE_START = 0x55706461;
const UPDATE_END = 0x7465223a;
const METADATA = [0x224d6574, 0x61646174, 0x61223a22, 0x73716c22] as const;

/** Whether the entry whose closing brace is at `at` is a SQL metric. */
function endsInSql(view: DataView, at: number): boolean {
  return (
    view.getInt32(at - 4) === METADATA[3] &&
    view.getInt32(at - 8) === METADATA[2] &&
    view.getInt32(at - 12) === METADATA[1] &&
    view.getInt32(at - 16) === METADATA[0]
  );
}

/**
 * Passes over an entry that is not read by position, e.g. a user's accumulator whose value is no integer. A SQL metric
 * in an unusual form must not get lost: -1, and the line is read as JSON.
 */
function skipUnlessSql(bytes: Uint8Array, view: DataView, start: number, end: number): number {
  const next = skipValue(bytes, start, end);
  return next > 0 && next - start > 16 && view.getInt32(next - 5) === METADATA[3] ? -1 : next;
}

/** The brace that closes the object `at` is inside of. */
function closingBrace(bytes: Uint8Array, at: number, end: number): number {
  let inText = false;
  for (let i = at; i < end; i++) {
    const c = bytes[i];
    if (inText) {
      if (c === 92) i++;
      else if (c === QUOTE) inText = false;
    } else if (c === QUOTE) inText = true;
    else if (c === CLOSE_BRACE) return i;
  }
  return -1;
}
