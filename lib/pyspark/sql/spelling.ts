import type { Value } from '#lib/plan/analyze/column.ts';
import type { DataType } from '#lib/plan/types/data-type.ts';
import { UNKNOWN } from '#lib/plan/types/names.ts';
import { parseType } from '#lib/plan/types/parse-type.ts';
import { intervalAt } from './intervals.ts';
import { numberValue, stringText, stringValue, typedValue } from './literals.ts';
import { behindBracket, isName, type Token } from './tokens.ts';

/**
 * SQL as the library gets to see it. The library reads many dialects and brings what they share into one form: `lcase`
 * becomes `lower`, `1L` a cast, several hints an error. What would lose its spelling that way travels under another
 * name and is looked up here again: functions get a prefix, literals and types become numbered strings and names.
 */
export interface Spelling {
  readonly text: string;
  readonly literals: readonly Value[];
  readonly types: readonly DataType[];
  readonly hints: readonly (readonly Token[])[];
  /** Where each token stands in `text` and where it came from. */
  readonly places: readonly { readonly at: number; readonly token: Token }[];
}

export const FUNCTION = 'spark__';
export const TYPE = 'type__';
export const PARAMETER = 'param__';
export const HINTS = 'hints__';

export function spell(tokens: readonly Token[]): Spelling {
  return new Speller(tokens).spelling();
}

/** Words that may stand before a bracket without being functions. */
const NO_FUNCTION = new Set(
  (
    'ALL AND ANTI AS ASC BETWEEN BY CASE CAST CROSS CUBE DESC DISTINCT DISTRIBUTE DIV ELSE END ESCAPE EXCEPT EXTRACT ' +
    'FOR FROM FULL GROUP HAVING ILIKE IN INNER INTERSECT INTO IS JOIN LATERAL LIKE LIMIT MINUS NATURAL NOT NULL NULLS ' +
    'OFFSET ON OR ORDER OUTER OVER OVERLAY PARTITION PIVOT POSITION QUALIFY REGEXP REPEATABLE RLIKE ROLLUP SELECT SEMI SETS ' +
    'SORT STRUCT SUBSTR SUBSTRING TABLE TABLESAMPLE THEN TRIM TRY_CAST UNION UNPIVOT USING VALUES WHEN WHERE WITH'
  ).split(' '),
);

/** Special forms that are plain functions unless one of these words stands between their brackets. */
const SPECIAL: Readonly<Record<string, string>> = {
  OVERLAY: 'PLACING',
  POSITION: 'IN',
  SUBSTR: 'FROM',
  SUBSTRING: 'FROM',
  TRIM: 'FROM',
};

class Speller {
  private text = '';
  private readonly literals: Value[] = [];
  private readonly types: DataType[] = [];
  private readonly hints: (readonly Token[])[] = [];
  private readonly places: { readonly at: number; readonly token: Token }[] = [];
  /** Indices of the brackets that close a CAST, with the index of its type. */
  private readonly castTypes = new Map<number, number>();
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  spelling(): Spelling {
    let at = 0;
    while (at < this.tokens.length) at = this.put(at);
    return {
      text: this.text,
      literals: this.literals,
      types: this.types,
      hints: this.hints,
      places: this.places,
    };
  }

  /** Writes what begins at `at`; gives the index of what comes next. */
  private put(at: number): number {
    const token = this.tokens[at] as Token;
    const castEnd = this.castTypes.get(at);
    if (castEnd !== undefined) return this.type(at, castEnd);
    switch (token.kind) {
      case 'hint':
        return this.hint(at);
      case 'string':
        return this.string(at);
      case 'number':
        return /[a-df-z]/i.test(token.text)
          ? this.literal(at, numberValue(token.text), at + 1)
          : this.write(at, token.text);
      case 'quoted':
        return this.write(at, token.text);
      case 'word':
        return this.word(at);
      default:
        return this.sign(at);
    }
  }

  private write(at: number, text: string, next = at + 1): number {
    const token = this.tokens[at] as Token;
    this.places.push({ at: this.text.length, token });
    // Words that touched a sign go on touching it: `a:b` is a path, `a :b` is not.
    this.text += `${text}${this.tokens[next - 1]?.to === this.tokens[next]?.from ? '' : ' '}`;
    return next;
  }

  private literal(at: number, value: Value, next: number): number {
    this.literals.push(value);
    return this.write(at, `'${this.literals.length - 1}'`, next);
  }

  /** Strings side by side are one string. */
  private string(at: number): number {
    let text = '';
    let next = at;
    for (let token = this.tokens[at]; token?.kind === 'string'; token = this.tokens[next]) {
      text += stringText(token);
      next += 1;
    }
    return this.literal(at, stringValue(text), next);
  }

  private hint(at: number): number {
    let next = at;
    while (this.tokens[next]?.kind === 'hint') next += 1;
    if (!isName(this.tokens[at - 1], 'SELECT')) return next;
    this.hints.push(this.tokens.slice(at, next));
    return this.write(at, ` /*+ ${HINTS}${this.hints.length - 1} */ `, next);
  }

  private word(at: number): number {
    const token = this.tokens[at] as Token;
    const after = this.tokens[at + 1];
    const typed = after?.kind === 'string' ? typedValue(token.name, stringText(after)) : undefined;
    if (typed !== undefined) return this.literal(at, typed, at + 2);
    const interval = intervalAt(this.tokens, at);
    if (interval !== undefined) return this.literal(at, interval.value, interval.next);
    if (isName(token, 'FOR') && isName(after, 'SYSTEM_VERSION|VERSION'))
      return this.write(at, 'VERSION', at + 2);
    if (isName(token, 'FOR') && isName(after, 'SYSTEM_TIME|TIMESTAMP'))
      return this.write(at, 'TIMESTAMP', at + 2);
    // Spark's default, which the library does not know.
    if (isName(token, 'ALL') && isName(this.tokens[at - 1], '(') && this.isFunction(at - 2)) return at + 1;
    if (isName(token, 'CAST|TRY_CAST') && isName(after, '(')) this.noteCastType(at + 1);
    if (isName(after, '(') && this.isFunction(at)) return this.write(at, FUNCTION + token.text);
    // To the library INTERVAL always begins a literal, and names do not begin with a digit.
    const quoted = /^(\d|interval$)/i.test(token.text);
    return this.write(at, quoted ? `\`${token.text}\`` : token.text);
  }

  private isFunction(at: number): boolean {
    const token = this.tokens[at];
    if (token?.kind !== 'word') return false;
    const before = this.tokens[at - 1];
    if (isName(before, '.|AS')) return false;
    const inner = this.tokens[at + 2];
    if (token.name in SPECIAL) return !this.holds(at + 1, SPECIAL[token.name] as string);
    if (isName(token, 'EXISTS')) return !isName(inner, 'SELECT|WITH|FROM|VALUES|TABLE|(');
    if (isName(token, 'FILTER')) return !isName(inner, 'WHERE');
    if (isName(token, 'ANY|SOME')) return !isName(before, 'LIKE|ILIKE|RLIKE');
    if (isName(token, 'REPLACE')) return !isName(before, '*');
    return !NO_FUNCTION.has(token.name);
  }

  /** Whether the brackets at `open` hold the word, not in further brackets. */
  private holds(open: number, word: string): boolean {
    const end = behindBracket(this.tokens, open) - 1;
    for (let at = open + 1; at < end; at += 1) {
      if (isName(this.tokens[at], word)) return true;
      if (isName(this.tokens[at], '(')) at = behindBracket(this.tokens, at) - 1;
    }
    return false;
  }

  /** Remembers that what follows the last AS up to the closing bracket is a type. */
  private noteCastType(open: number): void {
    const end = behindBracket(this.tokens, open) - 1;
    let as = -1;
    for (let at = open + 1; at < end; at += 1) {
      if (isName(this.tokens[at], 'AS')) as = at;
      if (isName(this.tokens[at], '(')) at = behindBracket(this.tokens, at) - 1;
    }
    if (as > 0 && as + 1 < end) this.castTypes.set(as + 1, end);
  }

  private type(at: number, end: number): number {
    const text = this.tokens
      .slice(at, end)
      .map((token) => token.text)
      .join(' ');
    this.types.push(parseType(text) ?? UNKNOWN);
    return this.write(at, `${TYPE}${this.types.length - 1}`, end);
  }

  private sign(at: number): number {
    const token = this.tokens[at] as Token;
    const after = this.tokens[at + 1];
    if (token.text === '!') return this.write(at, 'NOT ');
    if (token.text === '::') {
      this.write(at, '::');
      return this.type(at + 1, this.behindType(at + 1));
    }
    if (token.text === '?') return this.write(at, `${PARAMETER}_`);
    if (token.text === ':' && after?.kind === 'word' && !this.isPath(at))
      return this.write(at, PARAMETER + after.text, at + 2);
    return this.write(at, token.text);
  }

  /** `raw:field`, and not the parameter `:field`. */
  private isPath(at: number): boolean {
    const before = this.tokens[at - 1];
    const touches = before !== undefined && before.to === this.tokens[at]?.from;
    return touches && (before.kind === 'word' || before.kind === 'quoted' || isName(before, ')|]'));
  }

  private behindType(at: number): number {
    if (isName(this.tokens[at + 1], '(')) return behindBracket(this.tokens, at + 1);
    if (isName(this.tokens[at], 'INTERVAL')) return isName(this.tokens[at + 2], 'TO') ? at + 4 : at + 2;
    if (!isName(this.tokens[at + 1], '<')) return Math.min(at + 1, this.tokens.length);
    let depth = 0;
    for (let next = at + 1; next < this.tokens.length; next += 1) {
      if (isName(this.tokens[next], '<')) depth += 1;
      if (isName(this.tokens[next], '>')) depth -= 1;
      if (depth === 0) return next + 1;
    }
    return this.tokens.length;
  }
}
