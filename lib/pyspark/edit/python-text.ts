/** What new Python text is made of: string literals and the names of columns in them. */

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };

/** A str literal in the quotes that the file uses most. */
export function literal(value: string, file: string): string {
  const mark = quotesOf(file);
  const escaped = [...value]
    .map((char) => (char === mark ? `\\${char}` : (ESCAPES[char] ?? plainOrCode(char))))
    .join('');
  return `${mark}${escaped}${mark}`;
}

/**
 * A column as methods look names up that may be paths: dots and backticks would mean something
 * (UnresolvedAttribute.parseAttributeName).
 */
export function columnName(name: string): string {
  return /[.`]/.test(name) ? `\`${name.replaceAll('`', '``')}\`` : name;
}

function plainOrCode(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return code < 0x20 || code === 0x7f ? `\\x${code.toString(16).padStart(2, '0')}` : char;
}

function quotesOf(file: string): '"' | "'" {
  const count = (mark: string): number => file.split(mark).length;
  return count("'") > count('"') ? "'" : '"';
}
