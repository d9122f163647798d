import type { DataType, Field } from '#lib/plan/types/data-type.ts';
import { parseType } from '#lib/plan/types/parse-type.ts';

interface Line {
  readonly depth: number;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
}

/** ` |    |-- city: string (nullable = true)`: five characters a level. */
const LINE =
  /^\s?((?:\| {4})*)\|-- (.*?): ([\w(), ]+?)(?: \((?:nullable|valueContainsNull|containsNull) = (true|false)\))?\s*$/;

/** The columns of what `df.printSchema()` prints; undefined when the text is none. Lines around it are left out. */
export function readPrintedSchema(text: string): readonly Field[] | undefined {
  const lines = text.split('\n').flatMap((line): Line[] => {
    const match = LINE.exec(line.replace(/\r$/, ''));
    if (!match) return [];
    const [, bars = '', name = '', type = '', nullable] = match;
    return [{ depth: bars.length / 5, name, type, nullable: nullable !== 'false' }];
  });
  if (lines.length === 0) return undefined;
  return new Tree(lines).fields(0);
}

class Tree {
  readonly #lines: readonly Line[];
  #position = 0;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  fields(depth: number): readonly Field[] {
    const found: Field[] = [];
    for (
      let line = this.#lines[this.#position];
      line && line.depth >= depth;
      line = this.#lines[this.#position]
    ) {
      this.#position++;
      found.push({ name: line.name, type: this.#typeOf(line), nullable: line.nullable });
    }
    return found;
  }

  #typeOf({ type, depth }: Line): DataType {
    const inside = this.fields(depth + 1);
    const named = (name: string): DataType =>
      inside.find((field) => field.name === name)?.type ?? { kind: 'unknown' };
    switch (type) {
      case 'struct':
        return { kind: 'struct', fields: inside };
      case 'array':
        return { kind: 'array', element: named('element') };
      case 'map':
        return { kind: 'map', key: named('key'), value: named('value') };
      default:
        return parseType(type) ?? { kind: 'unknown' };
    }
  }
}
