/** Operators that stand between their operands, in the sign Spark prints. */
export const INFIX: Readonly<Record<string, string>> = {
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
  '%': '%',
  div: 'div',
  '=': '=',
  '<=>': '<=>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  and: 'AND',
  or: 'OR',
  '&': '&',
  '|': '|',
  '^': '^',
  '<<': '<<',
  '>>': '>>',
  '>>>': '>>>',
};

/** Functions that Spark prints in capitals: the classes pass such a name to UnaryMathExpression and its kin. */
const CAPITAL: ReadonlySet<string> = new Set(
  (
    'acos acosh asin asinh atan atan2 atanh cbrt ceil cos cosh cot csc degrees exp expm1 floor hypot log10 log1p ' +
    'log2 pi power radians sec signum sin sinh sqrt tan tanh e'
  ).split(' '),
);

/** Other names that Spark does not keep. */
const UNSPOKEN: ReadonlySet<string> = new Set(
  'random to_varchar current_database dateadd date_diff curdate array_agg'.split(' '),
);

/** Spark's `prettyName`: the other name by which it was called, else the class's own. */
export function displayName(fn: string, written: string | undefined): string {
  if (written !== undefined && !UNSPOKEN.has(written)) return written;
  return CAPITAL.has(fn) ? fn.toUpperCase() : fn;
}
