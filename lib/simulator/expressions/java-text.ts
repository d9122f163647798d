/** Numbers as Java writes them, which is what a cast to string gives. */

/** Double.toString: `1.0`, `1.5E10`, `1.0E-5`; scientific from 10^7 on and below 10^-3. */
export function textOfDouble(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  return decimalText(value, value.toExponential());
}

/** Float.toString: the shortest text that gives the same float. */
export function textOfFloat(value: number): string {
  if (!Number.isFinite(value) || value === 0) return textOfDouble(value);
  for (let digits = 0; digits < 9; digits++) {
    const text = value.toExponential(digits);
    if (Math.fround(Number(text)) === value) return decimalText(value, text);
  }
  return textOfDouble(value);
}

function decimalText(value: number, exponential: string): string {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(exponential) ?? [];
  const exponent = Number(power);
  const digits = whole + fraction;
  const size = Math.abs(value);
  if (size < 1e-3 || size >= 1e7) return `${sign}${whole}.${fraction || '0'}E${exponent}`;
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const padded = digits.padEnd(exponent + 2, '0');
  return `${sign}${padded.slice(0, exponent + 1)}.${padded.slice(exponent + 1)}`;
}

/** BigDecimal.toString: scientific where more than six zeros would follow the point. */
export function textOfDecimal(unscaled: bigint, scale: number): string {
  const sign = unscaled < 0n ? '-' : '';
  const digits = String(unscaled < 0n ? -unscaled : unscaled);
  if (scale === 0) return sign + digits;
  const exponent = digits.length - 1 - scale;
  if (exponent < -6) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    return `${sign}${digits[0]}${fraction}E${exponent}`;
  }
  const padded = digits.padStart(scale + 1, '0');
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}
