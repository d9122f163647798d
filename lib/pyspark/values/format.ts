import { hashKey } from './hash-key.ts';
import { elementsOf } from './iterate.ts';
import { floatText, reprOf, strOf } from './python-text.ts';
import type { Value } from './value.ts';

/** One hole of an f-string or of `str.format`; undefined when the value is not known. */
export function formatValue(
  value: Value,
  format: string | undefined,
  conversion?: string | undefined,
): string | undefined {
  const text = conversion === 'r' || conversion === 'a' ? reprOf(value) : strOf(value);
  if (!format) return text;
  if ('ms' in value && format.includes('%')) return strftime(value.ms, format);
  const parts = /^(?:(.)?([<>=^]))?([+\- ])?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([bcdeEfFgGnosxX%])?$/.exec(
    format,
  );
  if (!parts || text === undefined) return text;
  const [, fill, align, sign, , zero, width, group, precision, type] = parts;
  const number = value.kind === 'int' || value.kind === 'float' ? value.value : undefined;
  let shown = text;
  if (number === undefined) shown = precision ? text.slice(0, Number(precision)) : text;
  else shown = numberText(number, value.kind === 'float', type, precision, group, sign);
  const missing = Number(width ?? 0) - shown.length;
  if (missing <= 0) return shown;
  const pad = (zero && !align ? '0' : (fill ?? ' ')).repeat(missing);
  const where = align ?? (number === undefined ? '<' : '>');
  if (where === '^') return pad.slice(0, missing >> 1) + shown + pad.slice(missing >> 1);
  if (where === '<') return shown + pad;
  return zero && /^[+-]/.test(shown) ? shown[0] + pad + shown.slice(1) : pad + shown;
}

function numberText(
  number: number,
  isFloat: boolean,
  type: string | undefined,
  precision: string | undefined,
  group: string | undefined,
  sign: string | undefined,
): string {
  let text: string;
  const digits = precision === undefined ? 6 : Number(precision);
  switch (type) {
    case 'f':
    case 'F':
      text = number.toFixed(digits);
      break;
    case '%':
      text = `${(number * 100).toFixed(digits)}%`;
      break;
    case 'e':
    case 'E':
      text = number.toExponential(digits).replace(/e([+-])(\d)$/, 'e$10$2');
      break;
    case 'x':
    case 'o':
    case 'b':
      text = Math.trunc(number).toString(type === 'x' ? 16 : type === 'o' ? 8 : 2);
      break;
    default:
      text = isFloat
        ? precision === undefined
          ? floatText(number)
          : String(Number(number.toPrecision(digits)))
        : String(number);
  }
  if (group)
    text = text.replace(
      /^(-?)(\d+)/,
      (_, minus: string, whole: string) => minus + whole.replace(/\B(?=(\d{3})+$)/g, group),
    );
  return sign === '+' && number >= 0 ? `+${text}` : text;
}

/** `"…{name}…{0:>3}…".format(…)`; undefined when one of the values is not known. */
export function formatText(
  template: string,
  positional: readonly Value[],
  named: (name: string) => Value | undefined,
): string | undefined {
  let next = 0;
  let known = true;
  const text = template.replace(
    /\{\{|\}\}|\{([^{}:!]*)(?:!([rsa]))?(?::([^{}]*))?\}/g,
    (whole, field: string | undefined, conversion: string | undefined, format: string | undefined) => {
      if (whole === '{{' || whole === '}}') return whole[0]!;
      const [first = '', ...path] = (field ?? '')
        .split(/[.[\]]+/)
        .filter((part, index) => index === 0 || part !== '');
      const value =
        first === '' ? positional[next++] : /^\d+$/.test(first) ? positional[Number(first)] : named(first);
      const reached = value && path.reduce(step, value as Value | undefined);
      const shown = reached && formatValue(reached, format, conversion);
      if (shown === undefined) known = false;
      return shown ?? '';
    },
  );
  return known ? text : undefined;
}

function step(value: Value | undefined, key: string): Value | undefined {
  if (value?.kind === 'dict') return value.entries.get(hashKey({ kind: 'str', value: key }) ?? '')?.[1];
  if (value?.kind === 'list' || value?.kind === 'tuple') return value.items[Number(key)];
  return value?.kind === 'instance' ? value.attrs.get(key) : undefined;
}

/** `"%s-%d" % values`. */
export function percentFormat(template: string, values: Value): string | undefined {
  const elements = values.kind === 'tuple' ? (elementsOf(values)?.items ?? []) : [values];
  let next = 0;
  let known = true;
  const text = template.replace(
    /%(?:\((\w+)\))?([-+ 0#]*)(\d+|\*)?(?:\.(\d+))?([diouxXeEfFgGcrs%])/g,
    (
      _,
      name: string | undefined,
      flags: string,
      width: string | undefined,
      precision: string | undefined,
      type: string,
    ) => {
      if (type === '%') return '%';
      const value = name ? step(values, name) : elements[next++];
      if (value === undefined) {
        known = false;
        return '';
      }
      const zero = flags.includes('0') ? '0' : '';
      const align = flags.includes('-') ? '<' : type === 's' ? '>' : '';
      const kind = 'diu'.includes(type) ? 'd' : type === 's' || type === 'r' ? '' : type;
      const whole =
        kind === 'd' && value.kind === 'float'
          ? ({ kind: 'int', value: Math.trunc(value.value) } as const)
          : value;
      const format = `${align}${zero}${width ?? ''}${precision ? `.${precision}` : ''}${kind}`;
      const shown = formatValue(whole, format, type === 'r' ? 'r' : undefined);
      if (shown === undefined) known = false;
      return shown ?? '';
    },
  );
  return known ? text : undefined;
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export function strftime(ms: number, format: string): string {
  const date = new Date(ms);
  const two = (value: number): string => String(value).padStart(2, '0');
  const parts: Readonly<Record<string, string>> = {
    Y: String(date.getUTCFullYear()),
    y: two(date.getUTCFullYear() % 100),
    m: two(date.getUTCMonth() + 1),
    d: two(date.getUTCDate()),
    H: two(date.getUTCHours()),
    M: two(date.getUTCMinutes()),
    S: two(date.getUTCSeconds()),
    f: `${String(date.getUTCMilliseconds()).padStart(3, '0')}000`,
    B: MONTHS[date.getUTCMonth()]!,
    b: MONTHS[date.getUTCMonth()]!.slice(0, 3),
    A: DAYS[date.getUTCDay()]!,
    a: DAYS[date.getUTCDay()]!.slice(0, 3),
    F: date.toISOString().slice(0, 10),
    T: date.toISOString().slice(11, 19),
    '%': '%',
  };
  return format.replace(/%([a-zA-Z%])/g, (whole, letter: string) => parts[letter] ?? whole);
}
