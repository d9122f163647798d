/**
 * Every number of a text with its unit, as people and models write them: "2 m 14 s", "1,234 tasks", "61 %", "46x",
 * "about 1.2 million rows", "twice". Digits inside a word (LZ4, s3) are no numbers.
 */
export interface Quantity {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly value: number;
  /** What can still be hidden by rounding: half of the last digit written, in the unit of the value. */
  readonly slack: number;
  readonly unit: TextUnit;
  /** Bytes written in decimal units; people often mean binary ones. */
  readonly binary?: number;
}

/** `plain`: a number with no word that says of what. `other`: digits that are no number of ours (½, ４). */
export type TextUnit = 'ms' | 'bytes' | 'share' | 'ratio' | 'records' | 'tasks' | 'files' | 'plain' | 'other';

const TIME: Readonly<Record<string, number>> = {
  ns: 1e-6,
  µs: 1e-3,
  us: 1e-3,
  ms: 1,
  millisecond: 1,
  s: 1000,
  sec: 1000,
  second: 1000,
  m: 60_000,
  min: 60_000,
  minute: 60_000,
  h: 3_600_000,
  hr: 3_600_000,
  hour: 3_600_000,
  day: 86_400_000,
};
const BYTES: Readonly<Record<string, number>> = {
  b: 1,
  byte: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  pb: 1e15,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40,
  pib: 2 ** 50,
};
const THINGS: Readonly<Record<string, TextUnit>> = {
  record: 'records',
  row: 'records',
  pair: 'records',
  task: 'tasks',
  file: 'files',
};
const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const WORDS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  hundreds: 100,
  thousand: 1000,
  thousands: 1000,
  million: 1e6,
  millions: 1e6,
  billion: 1e9,
  billions: 1e9,
};
/** Words for a quotient. */
const FACTORS: Readonly<Record<string, number>> = {
  half: 0.5,
  twice: 2,
  double: 2,
  doubled: 2,
  doubles: 2,
  thrice: 3,
  triple: 3,
  tripled: 3,
  quadruple: 4,
  tenfold: 10,
  hundredfold: 100,
};

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:e[+-]?\d+)?`;
const WORD_LIST = [...Object.keys(WORDS), ...Object.keys(FACTORS)]
  .sort((a, b) => b.length - a.length)
  .join('|');
const TOKEN = new RegExp(
  String.raw`(?<digits>(?<![\p{L}\p{N}_.])[-−]?(?:${NUMBER})(?!\.?\d))|(?<word>(?<![\p{L}\p{N}_-])(?:${WORD_LIST})(?![\p{L}\p{N}_]))|\p{N}+`,
  'giu',
);
/** A unit right behind a number; "x" and "%" may touch it. */
const UNIT = /^(?:\s|-|\u00a0)?(?:(%)|([x×])(?![\p{L}\p{N}])|([\p{L}µ]+))/iu;
const APPROXIMATE = /(?:about|around|roughly|nearly|almost|approximately|some|over|~|≈)\s*$/i;

export function readQuantities(text: string): readonly Quantity[] {
  const found: Quantity[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const { digits, word } = match.groups ?? {};
    const quantity =
      digits !== undefined
        ? numberAt(text, match.index, digits)
        : word !== undefined
          ? wordAt(text, match.index, word)
          : digitsAlone(text, match.index, match[0]);
    if (quantity) {
      found.push(quantity);
      TOKEN.lastIndex = quantity.to;
    }
  }
  return sharedUnits(text, joinedTimes(text, found));
}

/** Digits that are no number as we write them; none at all where they go on a word: LZ4, e3nodes, v1.2. */
function digitsAlone(text: string, from: number, digits: string): Quantity | undefined {
  const before = text.slice(Math.max(0, from - 40), from);
  if (/[\p{L}_][\p{L}\p{N}_.]*$/u.test(before)) return undefined;
  return at(text, from, from + digits.length, Number.NaN, 0, 'other');
}

function numberAt(text: string, from: number, digits: string): Quantity {
  let to = from + digits.length;
  const plain = digits.replaceAll(',', '').replace('−', '-');
  let scale = 1;
  const word = /^\s?(k|thousand|million|billion|trillion)(?![\p{L}\p{N}])/iu.exec(text.slice(to));
  if (word) {
    scale = SCALES[word[1]!.toLowerCase()]!;
    to += word[0].length;
  }
  const approximate = APPROXIMATE.test(text.slice(Math.max(0, from - 16), from));
  const base = { value: Number(plain) * scale, slack: lastDigit(plain, approximate) * 0.5 * scale };
  const unit = UNIT.exec(text.slice(to));
  const [, percent, times, name = ''] = unit ?? [];
  const end = to + (unit?.[0].length ?? 0);
  if (percent) return at(text, from, end, base.value / 100, base.slack / 100, 'share');
  if (times) return at(text, from, end, base.value, base.slack, 'ratio');
  return withUnit(text, from, to, end, base, name);
}

function withUnit(
  text: string,
  from: number,
  to: number,
  end: number,
  { value, slack }: Pick<Quantity, 'value' | 'slack'>,
  name: string,
): Quantity {
  const lower = name.toLowerCase();
  const singular = lower.length > 3 ? lower.replace(/s$/, '') : lower;
  // One letter is told apart by its case: "5 m" are minutes, "5 M" is nothing of ours; "5 B" are bytes.
  const time = name.length === 1 && name !== lower ? undefined : TIME[singular];
  if (time !== undefined) return at(text, from, end, value * time, slack * time, 'ms');
  const size = name.length === 1 && name !== 'B' ? undefined : BYTES[singular];
  if (size !== undefined) {
    const quantity = at(text, from, end, value * size, slack * size, 'bytes');
    const power = Math.round(Math.log10(size) / 3);
    return /^[kmgtp]b$/.test(lower) ? { ...quantity, binary: 1024 ** power / size } : quantity;
  }
  if (/^(percent|pct)$/.test(lower)) return at(text, from, end, value / 100, slack / 100, 'share');
  if (/^(times|fold)$/.test(lower)) return at(text, from, end, value, slack, 'ratio');
  const thing = THINGS[singular];
  return thing ? at(text, from, end, value, slack, thing) : at(text, from, to, value, slack, 'plain');
}

function wordAt(text: string, from: number, word: string): Quantity {
  const lower = word.toLowerCase();
  const to = from + word.length;
  const factor = FACTORS[lower];
  if (factor !== undefined) return at(text, from, to, factor, 0, 'ratio');
  const unit = UNIT.exec(text.slice(to));
  const end = to + (unit?.[0].length ?? 0);
  return withUnit(text, from, to, end, { value: WORDS[lower]!, slack: 0.5 }, unit?.[3] ?? '');
}

function at(text: string, from: number, to: number, value: number, slack: number, unit: TextUnit): Quantity {
  return { from, to, text: text.slice(from, to), value, slack, unit };
}

/** What the last digit written stands for; after "about" the last one that is not 0, but 5 % at most. */
function lastDigit(digits: string, approximate: boolean): number {
  const [mantissa = '', exponent = '0'] = digits.toLowerCase().split('e');
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  const step = 10 ** (Number(exponent) - decimals);
  if (!approximate || decimals > 0) return step;
  const zeros = /0*$/.exec(mantissa)![0].length;
  return Math.min(step * 10 ** zeros, Math.max(step, Math.abs(Number(digits)) * 0.1));
}

/** "2 m 14 s" is one time. */
function joinedTimes(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  const joined: Quantity[] = [];
  for (const next of quantities) {
    const last = joined.at(-1);
    const between = last ? text.slice(last.to, next.from) : '';
    const goesOn =
      last?.unit === 'ms' &&
      next.unit === 'ms' &&
      /^,?\s+(and\s+)?$/.test(between) &&
      last.slack >= 30_000 &&
      next.value < last.slack * 2;
    if (last && goesOn) {
      // Beyond an hour the app leaves the seconds out, which hides up to a minute.
      const slack = last.slack >= 1_800_000 ? next.slack * 2 : next.slack;
      joined[joined.length - 1] = at(text, last.from, next.to, last.value + next.value, slack, 'ms');
    } else joined.push(next);
  }
  return joined;
}

/** In "3 to 5 s" and "3–5 s" both are seconds. */
function sharedUnits(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  return quantities.map((quantity, i) => {
    const next = quantities[i + 1];
    if (quantity.unit !== 'plain' || !next || next.unit === 'plain' || next.unit === 'other') return quantity;
    if (!/^\s*(?:-|–|—|to|and|or)\s*$/.test(text.slice(quantity.to, next.from))) return quantity;
    const digits = /^[-−]?[\d,.]+/.exec(next.text)?.[0].replaceAll(',', '').replace('−', '-');
    const scale = digits ? next.value / Number(digits) : 1;
    return Number.isFinite(scale) && scale > 0
      ? { ...quantity, value: quantity.value * scale, slack: quantity.slack * scale, unit: next.unit }
      : quantity;
  });
}
