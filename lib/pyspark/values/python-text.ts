import { typeName } from '#lib/plan/types/data-type.ts';
import type { Value } from './value.ts';

/** `str(value)`; undefined when it cannot be known. */
export function strOf(value: Value): string | undefined {
  return value.kind === 'str' ? value.value : reprOf(value, false);
}

/** `repr(value)`, or `str(value)` of what is no str. */
export function reprOf(value: Value, exact = true): string | undefined {
  switch (value.kind) {
    case 'none':
      return 'None';
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return String(value.value);
    case 'decimal':
      return exact ? `Decimal('${value.value}')` : String(value.value);
    case 'float':
      return floatText(value.value);
    case 'str':
      return quote(value.value);
    case 'bytes':
      return `b${quote(value.value)}`;
    case 'ellipsis':
      return 'Ellipsis';
    case 'list':
      return value.open ? undefined : join(value.items, '[', ']');
    case 'tuple':
      return value.items.length === 1 ? join(value.items, '(', ',)') : join(value.items, '(', ')');
    case 'set':
      if (value.open) return undefined;
      return value.entries.size === 0 ? 'set()' : join([...value.entries.values()], '{', '}');
    case 'dict': {
      if (value.open) return undefined;
      const pairs = [...value.entries.values()].map(([key, item]) => [reprOf(key), reprOf(item)] as const);
      return pairs.some(([key, item]) => key === undefined || item === undefined)
        ? undefined
        : `{${pairs.map(([key, item]) => `${key}: ${item}`).join(', ')}}`;
    }
    case 'range':
      return `range(${value.start}, ${value.stop}${value.step === 1 ? '' : `, ${value.step}`})`;
    case 'date':
      return exact ? undefined : new Date(value.ms).toISOString().slice(0, 10);
    case 'datetime':
      return exact ? undefined : datetimeText(value.ms);
    case 'type':
      return typeName(value.type);
    default:
      return undefined;
  }
}

export function datetimeText(ms: number): string {
  const text = new Date(ms).toISOString();
  const whole = text.slice(0, 19).replace('T', ' ');
  return ms % 1000 === 0 ? whole : `${whole}.${text.slice(20, 23)}000`;
}

export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return `${value}.0`;
  // JavaScript turns to exponents at 1e21 and below 1e-6, Python at 1e16 and below 1e-4.
  const text = Math.abs(value) < 1e-4 || Math.abs(value) >= 1e16 ? value.toExponential() : String(value);
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text
    .replace(/\\/g, '\\\\')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t')
    .replaceAll(mark, `\\${mark}`);
  return `${mark}${escaped}${mark}`;
}

function join(items: readonly Value[], open: string, close: string): string | undefined {
  const parts = items.map((item) => reprOf(item));
  return parts.includes(undefined) ? undefined : `${open}${parts.join(', ')}${close}`;
}
