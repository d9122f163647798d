/** The lines of a run (see run-text.ts) as words: `stage 0  tasks 4  ms 10..20  "text"`. */
export interface Line {
  readonly keyword: string;
  /** What stands beside the keyword: an id, a name, or the rest of the line. */
  readonly subject: string;
  /** Text in quotes, of the line itself or of a field: `"count at x.py:3"`, `lost 40 s "exit code 137"`. */
  readonly text: string | undefined;
  has(field: string): boolean;
  /** The value of a field, without its quoted text. */
  get(field: string): string | undefined;
  /** The quoted text of a field. */
  textOf(field: string): string | undefined;
  readonly fields: readonly string[];
}

/** Keywords whose whole rest is their subject. */
const WHOLE = new Set(['conf', 'property', 'plan', 'event', 'without', 'twice', 'early', 'late', 'gap']);

export function parseLines(text: string): readonly Line[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(parseLine);
}

function parseLine(source: string): Line {
  const [, keyword = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(source) ?? [];
  if (WHOLE.has(keyword)) return line(keyword, rest, undefined, new Map());
  const parts = splitFields(rest);
  // The subject is the first part, unless the line begins with a field or a text.
  const subject = parts[0] !== undefined && !parts[0].startsWith('"') ? parts.shift()! : '';
  const fields = new Map<string, { value: string; text: string | undefined }>();
  let ownText: string | undefined;
  for (const part of parts) {
    const { bare, quoted } = unquote(part);
    if (bare === '') {
      ownText = quoted;
      continue;
    }
    const [, name = '', value = ''] = /^(\S+)\s*(.*)$/.exec(bare) ?? [];
    fields.set(name, { value, text: quoted });
  }
  return line(keyword, subject, ownText, fields);
}

/** Fields stand apart by two blanks or more; quoted text may contain any. */
function splitFields(rest: string): string[] {
  const parts = rest.match(/(?:"[^"]*"|(?!\s{2,})[^"])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function unquote(part: string): { bare: string; quoted: string | undefined } {
  const match = /"([^"]*)"/.exec(part);
  if (!match) return { bare: part, quoted: undefined };
  return { bare: part.replace(match[0], '').trim(), quoted: match[1]!.replaceAll('\\n', '\n') };
}

function line(
  keyword: string,
  subject: string,
  text: string | undefined,
  fields: ReadonlyMap<string, { value: string; text: string | undefined }>,
): Line {
  return {
    keyword,
    subject,
    text,
    has: (field) => fields.has(field),
    get: (field) => fields.get(field)?.value,
    textOf: (field) => fields.get(field)?.text,
    fields: [...fields.keys()],
  };
}
