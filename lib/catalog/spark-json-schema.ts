import type { DataType, Field } from '#lib/plan/types/data-type.ts';
import { parseType } from '#lib/plan/types/parse-type.ts';

/** The fields of a schema as `df.schema.json()` writes it; undefined when the text is none. */
export function sparkJsonFields(text: string): readonly Field[] | undefined {
  try {
    const type = typeOf(JSON.parse(text), 0);
    return type?.kind === 'struct' ? type.fields : undefined;
  } catch {
    return undefined;
  }
}

/** Deeper than any schema; untrusted text ends here. */
const MOST_DEPTH = 100;

function typeOf(json: unknown, depth: number): DataType | undefined {
  if (depth > MOST_DEPTH) return undefined;
  if (typeof json === 'string') return parseType(json);
  if (typeof json !== 'object' || json === null) return undefined;
  const { type, fields, elementType, keyType, valueType, sqlType } = json as Readonly<
    Record<string, unknown>
  >;
  switch (type) {
    case 'struct': {
      if (!Array.isArray(fields)) return undefined;
      const read = fields.map((field) => fieldOf(field, depth + 1));
      return read.every((field) => field !== undefined) ? { kind: 'struct', fields: read } : undefined;
    }
    case 'array': {
      const element = typeOf(elementType, depth + 1);
      return element && { kind: 'array', element };
    }
    case 'map': {
      const [key, value] = [typeOf(keyType, depth + 1), typeOf(valueType, depth + 1)];
      return key && value && { kind: 'map', key, value };
    }
    case 'udt':
      return typeOf(sqlType, depth + 1);
    default:
      return undefined;
  }
}

function fieldOf(json: unknown, depth: number): Field | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const { name, type, nullable } = json as Readonly<Record<string, unknown>>;
  const read = typeOf(type, depth);
  return typeof name === 'string' && read ? { name, type: read, nullable: nullable !== false } : undefined;
}
