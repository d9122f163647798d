/** A refusal of the SQL engine, taken apart for people. */
export interface SqlError {
  /** What went wrong, without the engine's own prefix. */
  readonly message: string;
  /** "syntax", "unknown name", … */
  readonly kind: string;
  /** Offset of the place in the SQL, where the engine tells it. */
  readonly at?: number;
}

const KINDS: Readonly<Record<string, string>> = {
  'Parser Error': 'The SQL has a syntax error',
  'Binder Error': 'A name or type does not fit',
  'Catalog Error': 'There is no such table, column or function',
  'Conversion Error': 'A value cannot be converted',
  'Invalid Input Error': 'A value does not fit',
  'Out of Range Error': 'A value is out of range',
  'Out of Memory Error': 'The query needs more memory than the browser gives',
  'Permission Error': 'That is not allowed here',
  'Not implemented Error': 'The engine cannot do that',
};

/** Takes apart what DuckDB says: "Parser Error: …", then "LINE 2: …" with a caret below the place. */
export function explainSqlError(raw: string, sql: string): SqlError {
  const text = raw.replace(/^Error: /, '');
  const prefix = /^([A-Z][A-Za-z ]*? Error): /.exec(text);
  const [body = '', ...places] = text.slice(prefix?.[0].length ?? 0).split(/\n+LINE (?=\d+:)/);
  const at = places[0] === undefined ? undefined : offsetOf(`LINE ${places[0]}`, sql);
  return {
    kind: KINDS[prefix?.[1] ?? ''] ?? 'The query failed',
    message: body.trim(),
    ...(at === undefined ? {} : { at }),
  };
}

/** "LINE 2: FORM tasks\n        ^" points into line 2; a long line is shown in part, between dots. */
function offsetOf(place: string, sql: string): number | undefined {
  const match = /^LINE (\d+): ([^\n]*)\n( *)\^/.exec(place);
  if (!match) return undefined;
  const [, number = '', shown = '', caret = ''] = match;
  const lines = sql.split('\n');
  const line = lines[Number(number) - 1];
  if (line === undefined) return undefined;
  const before = lines.slice(0, Number(number) - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const column = caret.length - `LINE ${number}: `.length;
  const cutInFront = shown.startsWith('...') ? line.indexOf(shown.replaceAll('...', '').trimEnd()) - 3 : 0;
  const at = before + column + Math.max(0, cutInFront);
  return column < 0 || at > sql.length ? undefined : at;
}
