import type { Attribute, Call } from '../expression/expression.ts';
import { typeOf } from '../expression/type-of.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import type { DataType } from '../types/data-type.ts';
import { BIGINT, INT, STRING, UNKNOWN, VARIANT } from '../types/names.ts';
import { newAttribute, type Session } from './session.ts';

/** explode and its kin: what columns they have, and the node they become (ExtractGenerator, Generator.elementSchema). */
export function generate(
  generator: Call,
  names: readonly string[],
  child: LogicalPlan,
  session: Session,
  at: number | undefined,
  outer = false,
): Extract<LogicalPlan, { kind: 'Generate' }> {
  const nullsToo = outer || /_outer$/.test(generator.written ?? generator.fn);
  const generatorOutput = columns(generator).map((column, i): Attribute => {
    const name = names[i] ?? column.name;
    return newAttribute(session, name, column.type, nullsToo || column.nullable);
  });
  return { kind: 'Generate', generator, outer: nullsToo, generatorOutput, child, at };
}

interface GeneratedColumn {
  readonly name: string;
  readonly type: DataType;
  readonly nullable: boolean;
}

function columns(generator: Call): readonly GeneratedColumn[] {
  const [first] = generator.args;
  const type = first === undefined ? UNKNOWN : typeOf(first);
  switch (generator.fn) {
    case 'explode':
      return exploded(type);
    case 'posexplode':
      return [{ name: 'pos', type: INT, nullable: false }, ...exploded(type)];
    case 'inline':
      return type.kind === 'array' && type.element.kind === 'struct'
        ? type.element.fields.map((field) => ({ ...field, nullable: true }))
        : [{ name: 'col', type: UNKNOWN, nullable: true }];
    case 'stack':
      return stacked(generator);
    case 'json_tuple':
      return generator.args.slice(1).map((_, i) => ({ name: `c${i}`, type: STRING, nullable: true }));
    case 'variant_explode':
      return [
        { name: 'pos', type: INT, nullable: false },
        { name: 'key', type: STRING, nullable: true },
        { name: 'value', type: VARIANT, nullable: false },
      ];
    case 'replicate_rows':
      return generator.args
        .slice(1)
        .map((arg, i) => ({ name: `col${i}`, type: typeOf(arg), nullable: true }));
    case 'range':
      return [{ name: 'id', type: BIGINT, nullable: false }];
    default:
      return [{ name: 'col', type: UNKNOWN, nullable: true }];
  }
}

function exploded(type: DataType): readonly GeneratedColumn[] {
  if (type.kind === 'map') {
    return [
      { name: 'key', type: type.key, nullable: false },
      { name: 'value', type: type.value, nullable: true },
    ];
  }
  if (type.kind !== 'array') return [{ name: 'col', type: UNKNOWN, nullable: true }];
  return [{ name: 'col', type: type.element, nullable: type.containsNull !== false }];
}

/** `stack(n, a, b, …)`: n rows, so that many columns as the values need. */
function stacked(generator: Call): readonly GeneratedColumn[] {
  const [rows, ...values] = generator.args;
  const count = rows?.kind === 'literal' ? Number(rows.value) : 1;
  const width = Math.ceil(values.length / Math.max(count, 1));
  return values.slice(0, width).map((value, i) => ({ name: `col${i}`, type: typeOf(value), nullable: true }));
}
