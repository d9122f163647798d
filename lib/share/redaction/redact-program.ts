import { insideQuotes, pythonParts } from './python-parts.ts';
import { isHost, isMailAddress, isPath } from './recognize.ts';
import type { Redactor } from './redactor.ts';

/** Code in front of a literal that is compared with data, or handed to data as a value. */
const COMPARED_WITH =
  /(?:[=!<>]=|[<>]|\b(?:lit|isin|like|rlike|ilike|contains|startswith|endswith|eqNullSafe|between|fillna|fill|replace|when|otherwise|regexp_replace|regexp_extract)\s*\((?:[^()\n]*,)?)\s*\[?(?:[^\]()\n]*,)?\s*$/;
/** What begins rows that are written down in the program, and brackets. */
const ROWS_AND_BRACKETS = /\bcreateDataFrame\s*\(\s*(?=\[)|[[\]]/g;
/** Where readers and writers take a path; a single word may as well be a table's name. */
const TAKES_PATH =
  /\.(?:parquet|csv|json|orc|text|avro|load|save|textFile|wholeTextFiles)\s*\((?:[^()]*,)?\s*\[?\s*(?:path\s*=\s*)?$/;
/** Expressions in SQL, as methods of DataFrames take them. */
const EXPRESSION = /\b(?:where|filter|expr|selectExpr)\s*\(\s*(?:[^()\n]*,\s*)?$/;
const NAME_OF_APPLICATION = /\bappName\s*\(\s*$/;
/** What a column, a type, a format, a setting or an option may be called. */
const IDENTIFIER = /^[A-Za-z_*][\w.*-]*$/;
const SQL = /\b(?:select|from|where|join|insert|create|with)\b/i;
/** Types of columns: "id INT, name STRING". */
const COLUMN_TYPES =
  /^\s*`?\w+`?\s*:?\s+(?:bigint|int|long|string|double|float|boolean|date|timestamp|decimal|array|map|struct|binary|short|byte)\b/i;
const SETTING_VALUE = /\.(?:config|set|option)\s*\(\s*(?:[rbuf]*(?:'[^'\n]*'|"[^"\n]*"))\s*,\s*$/i;
/** Needed to predict, and tells nothing: "200", "true", "10MB", "hash". */
const PLAIN_VALUE = /^(?:true|false|-?\d{1,4}(?:\.\d+)?|-?\d{1,12}\s*[bkmgtp]i?b?|-1)$/i;

/**
 * A PySpark program whose telling literals and comments are replaced, and that still is the same program to Spark's
 * planner: names of columns stay, and the same path stays the same.
 */
export function redactProgram(
  program: string,
  redactor: Redactor,
  /** Values that are known to be paths, wherever they stand. */
  paths: ReadonlySet<string> = new Set(),
): string {
  let before = '';
  let rows = 0;
  return pythonParts(program)
    .map(({ kind, text }) => {
      if (kind === 'code') rows = openRows(rows, text);
      const hidden =
        kind === 'string'
          ? redactLiteral(text, { before, isInRow: rows > 0, paths }, redactor)
          : kind === 'comment' && redactor.hides('literals')
            ? '#'
            : kind === 'comment'
              ? redactor.text(text)
              : text;
      before = (before + hidden).slice(-400);
      return hidden;
    })
    .join('');
}

/** Brackets of rows that are open after more code, given how many were before it. */
function openRows(open: number, code: string): number {
  let depth = open;
  let begins = false;
  for (const [token] of code.matchAll(ROWS_AND_BRACKETS)) {
    if (token === ']') depth = Math.max(0, depth - 1);
    else if (token !== '[') begins = true;
    else if (depth > 0 || begins) {
      depth += 1;
      begins = false;
    }
  }
  return depth;
}

interface Around {
  /** The code in front of it, as far as it tells something. */
  readonly before: string;
  readonly isInRow: boolean;
  readonly paths: ReadonlySet<string>;
}

function redactLiteral(literal: string, { before, isInRow, paths }: Around, redactor: Redactor): string {
  const { open, value, close } = insideQuotes(literal);
  if (isInRow && value !== '')
    return (
      open + (redactor.hides('literals') ? redactor.standIn('literals', value) : redactor.text(value)) + close
    );
  const isKnownPath = paths.has(value) || (value.includes('/') && TAKES_PATH.test(before));
  if (isKnownPath) return open + (redactor.hides('paths') ? pathStandIn(value, redactor) : value) + close;
  return open + redactValue(value, before, redactor) + close;
}

function redactValue(value: string, before: string, redactor: Redactor): string {
  const { hides, standIn, text } = redactor;
  if (value === '') return value;
  if (NAME_OF_APPLICATION.test(before)) return hides('names') ? standIn('names', value) : value;
  if (SETTING_VALUE.test(before)) {
    if (isPath(value)) return hides('paths') ? pathStandIn(value, redactor) : value;
    return hides('settings') && !PLAIN_VALUE.test(value) ? standIn('settings', value) : value;
  }
  // A statement may well contain a path.
  if (/\s/.test(value) && (SQL.test(value) || EXPRESSION.test(before))) return redactSql(value, redactor);
  if (isPath(value)) return hides('paths') ? pathStandIn(value, redactor) : value;
  if (isMailAddress(value)) return hides('names') ? standIn('names', value) : value;
  if (isHost(value)) return hides('hosts') ? standIn('hosts', value) : value;
  if (COMPARED_WITH.test(before)) return hides('literals') ? standIn('literals', value) : text(value);
  if (IDENTIFIER.test(value)) return text(value);
  if (COLUMN_TYPES.test(value)) return value;
  return hides('literals') ? standIn('literals', value) : text(value);
}

/** The ending stays, because Spark reads a folder of CSV otherwise than one of Parquet. */
export function pathStandIn(path: string, { standIn }: Pick<Redactor, 'standIn'>): string {
  const [, number = ''] = /(\d+)/.exec(standIn('paths', path)) ?? [];
  const ending = /\.[A-Za-z]\w{0,8}(?:\.(?:gz|bz2|zst|snappy))?$/.exec(path)?.[0] ?? '';
  return `path-${number}${ending}`;
}

const SQL_PART =
  /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|\b(?:csv|json|text|parquet|orc|delta|avro)\.`[^`]*`/gi;

/** SQL keeps the names of tables and columns; literals, comments and paths go. */
export function redactSql(sql: string, redactor: Redactor): string {
  const { hides, standIn } = redactor;
  return sql.replace(SQL_PART, (part) => {
    if (part.endsWith('`')) {
      const [format, path] = [part.slice(0, part.indexOf('`')), part.slice(part.indexOf('`') + 1, -1)];
      return hides('paths') ? `${format}\`${pathStandIn(path, redactor)}\`` : part;
    }
    if (!part.startsWith("'")) return hides('literals') ? '' : redactor.text(part);
    const value = part.slice(1, -1);
    if (isPath(value)) return hides('paths') ? `'${pathStandIn(value, redactor)}'` : part;
    return hides('literals') && value !== '' ? `'${standIn('literals', value)}'` : part;
  });
}
