/**
 * Why a statement may not run in a console over a log's tables, or undefined when it may. One statement that reads:
 * the screens show what is in the tables, so nobody should change them by accident. This keeps honest people from
 * mistakes; what SQL can reach at all is limited by the engine's own locks.
 */
export function whyNotReadOnly(sql: string): string | undefined {
  const words = topLevelWords(sql);
  const [first] = words;
  if (first === undefined) return 'There is no SQL to run.';
  const end = words.indexOf(';');
  if (end >= 0 && words.slice(end).some((word) => word !== ';')) return 'Run one statement at a time.';
  if (!READING.has(first))
    return `${first} is not available here: the console reads the tables and changes nothing.`;
  const writing = words.find((word) => WRITING.has(word));
  return writing === undefined
    ? undefined
    : `${writing} is not available here: the console reads the tables and changes nothing. For a column of that name write "${writing.toLowerCase()}" in double quotes.`;
}

const READING = new Set([
  'SELECT',
  'WITH',
  'FROM',
  'VALUES',
  'TABLE',
  'DESCRIBE',
  'DESC',
  'SHOW',
  'SUMMARIZE',
  'EXPLAIN',
  'PIVOT',
  'UNPIVOT',
]);

const WRITING = new Set([
  'INSERT',
  'UPDATE',
  'DELETE',
  'MERGE',
  'DROP',
  'ALTER',
  'CREATE',
  'TRUNCATE',
  'COPY',
  'ATTACH',
]);

/** Words and semicolons outside of texts, quoted names, comments and parentheses, in capitals. */
function topLevelWords(sql: string): readonly string[] {
  const token =
    /'(?:[^']|'')*'?|"(?:[^"]|"")*"?|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\$\$[\s\S]*?(?:\$\$|$)|[A-Za-z_][A-Za-z0-9_]*|[();]/g;
  const words: string[] = [];
  let depth = 0;
  for (const [text] of sql.matchAll(token)) {
    if (text === '(') depth++;
    else if (text === ')') depth--;
    else if (text === ';') words.push(text);
    else if (/^[A-Za-z_]/.test(text) && (depth <= 0 || words.length === 0)) words.push(text.toUpperCase());
  }
  return words;
}
