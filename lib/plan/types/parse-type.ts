import type { AtomicKind, DataType, Field } from './data-type.ts';
import { arrayOf, decimal, mapOf, structOf } from './names.ts';

/** Reads type text as Spark's DDL and `simpleString` write it; undefined when it is no type. */
export function parseType(text: string): DataType | undefined {
  const reader = new TypeReader(text);
  const type = reader.type();
  return type !== undefined && reader.atEnd() ? type : undefined;
}

/** Reads a schema: `a INT, b STRING NOT NULL COMMENT 'x'`, also `struct<a:int>` and a single bare type. */
export function parseSchema(text: string): readonly Field[] | undefined {
  const reader = new TypeReader(text);
  const fields = reader.fields(() => reader.atEnd());
  if (fields !== undefined && reader.atEnd()) return fields;
  const type = parseType(text);
  if (type === undefined) return undefined;
  return type.kind === 'struct' ? type.fields : [{ name: 'value', type, nullable: true }];
}

/** Names of types: DDL's, the catalog's, and those of Python's and Java's type classes. */
const NAMES: Readonly<Record<string, AtomicKind>> = {
  void: 'void',
  null: 'void',
  boolean: 'boolean',
  bool: 'boolean',
  byte: 'tinyint',
  tinyint: 'tinyint',
  short: 'smallint',
  smallint: 'smallint',
  int: 'int',
  integer: 'int',
  long: 'bigint',
  bigint: 'bigint',
  float: 'float',
  real: 'float',
  double: 'double',
  string: 'string',
  text: 'string',
  varchar: 'string',
  char: 'string',
  character: 'string',
  binary: 'binary',
  date: 'date',
  time: 'timestamp_ntz',
  timestamp: 'timestamp',
  timestamp_ltz: 'timestamp',
  timestamp_ntz: 'timestamp_ntz',
  interval: 'interval',
  calendarinterval: 'interval',
  variant: 'variant',
  unknown: 'unknown',
};

const TOKEN = /\s*(`(?:[^`]|``)*`|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[<>(),:]|[^\s<>(),:`'"]+)/y;

class TypeReader {
  private readonly tokens: readonly string[];
  private position = 0;

  constructor(text: string) {
    const tokens: string[] = [];
    TOKEN.lastIndex = 0;
    for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) tokens.push(match[1] ?? '');
    this.tokens = tokens;
  }

  atEnd(): boolean {
    return this.position >= this.tokens.length;
  }

  private peek(): string {
    return this.tokens[this.position]?.toLowerCase() ?? '';
  }

  private take(token: string): boolean {
    if (this.peek() !== token) return false;
    this.position += 1;
    return true;
  }

  /** Numbers in parentheses, as in `decimal(12,2)`. */
  private numbers(): readonly number[] {
    if (!this.take('(')) return [];
    const found: number[] = [];
    while (!this.atEnd() && !this.take(')')) {
      const number = Number(this.peek());
      if (!Number.isNaN(number)) found.push(number);
      this.position += 1;
    }
    return found;
  }

  type(): DataType | undefined {
    const name = this.peek();
    this.position += 1;
    switch (name) {
      case 'decimal':
      case 'dec':
      case 'numeric': {
        const [precision = 10, scale = 0] = this.numbers();
        return decimal(precision, scale);
      }
      case 'array': {
        if (!this.take('<')) return undefined;
        const element = this.type();
        return element !== undefined && this.take('>') ? arrayOf(element) : undefined;
      }
      case 'map': {
        if (!this.take('<')) return undefined;
        const key = this.type();
        if (key === undefined || !this.take(',')) return undefined;
        const value = this.type();
        return value !== undefined && this.take('>') ? mapOf(key, value) : undefined;
      }
      case 'struct': {
        if (!this.take('<')) return undefined;
        const fields = this.fields(() => this.peek() === '>');
        return fields !== undefined && this.take('>') ? structOf(fields) : undefined;
      }
      case 'interval':
        return { kind: this.interval() };
      default: {
        const kind = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
        if (kind === undefined) return undefined;
        this.numbers();
        return { kind };
      }
    }
  }

  private interval(): AtomicKind {
    const units: string[] = [];
    while (/^(year|month|day|hour|minute|second|to)$/.test(this.peek())) {
      units.push(this.peek());
      this.position += 1;
    }
    if (units.length === 0) return 'interval';
    return units[0] === 'year' || units[0] === 'month' ? 'interval year to month' : 'interval day to second';
  }

  fields(ended: () => boolean): readonly Field[] | undefined {
    const fields: Field[] = [];
    while (!ended()) {
      if (fields.length > 0 && !this.take(',')) return undefined;
      const name = unquoted(this.tokens[this.position] ?? '');
      this.position += 1;
      this.take(':');
      const type = this.type();
      if (type === undefined) return undefined;
      let nullable = true;
      if (this.take('not')) {
        if (!this.take('null')) return undefined;
        nullable = false;
      }
      if (this.take('comment')) this.position += 1;
      fields.push({ name, type, nullable });
    }
    return fields;
  }
}

function unquoted(name: string): string {
  return name.startsWith('`') ? name.slice(1, -1).replaceAll('``', '`') : name;
}
