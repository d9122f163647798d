import { formatCount } from '#lib/base/format.ts';
import type { NumberKnob } from './knob.ts';

const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
const LONGEST = 40;

/** What decides how a number is written. */
type Written = Pick<NumberKnob, 'unit' | 'step' | 'special'>;

/** A knob's value as its field shows it, with its unit and without loss: 10 MiB less one byte is "10,485,759 B". */
export function knobText(knob: Written, value: number): string {
  const special = knob.special?.[value];
  if (special !== undefined) return special;
  switch (knob.unit) {
    case 'bytes':
      return bytesText(value);
    case 'bytes/s':
      return `${bytesText(value)}/s`;
    case 'ms':
      return value >= 1000 && value % 100 === 0
        ? `${formatCount(value / 1000)} s`
        : `${formatCount(value)} ms`;
    case 'share':
      return `${Number((value * 100).toFixed(2))} %`;
    case 'ratio':
      return String(Number(value.toFixed(3)));
    case 'count':
      return formatCount(value);
  }
}

/** What somebody typed into the field, NaN where it is no number with a fitting unit. Whether it is in range is not asked. */
export function knobValue(knob: Written, typed: string): number {
  const text = typed.trim().toLowerCase();
  if (text === '' || text.length > LONGEST) return Number.NaN;
  for (const [value, meaning] of Object.entries(knob.special ?? {}))
    if (text === meaning.toLowerCase()) return Number(value);
  const match = /^([+-]?[\d.,_ ]*\d[\d.,_ ]*(?:e[+-]?\d+)?)\s*([a-z%]*)(?:\/s)?$/.exec(text);
  if (!match) return Number.NaN;
  const number = Number(match[1]!.replace(/[,_ ]/g, ''));
  const times = unitTimes(knob, match[2]!);
  const value = number * times;
  // A size with a unit may come out between two bytes.
  return times !== 1 && Number.isInteger(knob.step) ? Math.round(value) : value;
}

function unitTimes({ unit }: Written, name: string): number {
  if (unit === 'bytes' || unit === 'bytes/s') {
    const power = ['', 'k', 'm', 'g', 't', 'p'].indexOf(name.replace(/i?b$/, ''));
    return power < 0 ? Number.NaN : 1024 ** power;
  }
  if (name === '') return 1;
  if (unit === 'ms') return { ms: 1, s: 1000, m: 60_000, min: 60_000 }[name] ?? Number.NaN;
  if (unit === 'share') return name === '%' ? 0.01 : Number.NaN;
  if (unit === 'ratio') return name === 'x' ? 1 : Number.NaN;
  return { k: 1e3, m: 1e6 }[name] ?? Number.NaN;
}

/** In the largest unit that needs no more than two places. */
function bytesText(value: number): string {
  let unit = 0;
  let shown = value;
  while (unit < BYTE_UNITS.length - 1 && Math.abs(shown) >= 1024 && isShort(shown / 1024)) {
    shown /= 1024;
    unit++;
  }
  return `${formatCount(shown)} ${BYTE_UNITS[unit]}`;
}

function isShort(value: number): boolean {
  return Number.isInteger(value * 100);
}
