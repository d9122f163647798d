import type { Column } from '#lib/plan/analyze/column.ts';
import { INT } from '#lib/plan/types/names.ts';
import { type Body, bodyOf, type Tree } from './library.ts';
import { stringValue } from './literals.ts';
import { call, type Reader } from './reader.ts';

type ReadColumn = (tree: Tree, reader: Reader) => Column;

/** Functions with words between their arguments; Spark's parser makes plain functions of them, and so does this. */
export function specialForm(tree: Tree, reader: Reader, readColumn: ReadColumn): Column | undefined {
  const read = (part: Tree) => readColumn(part, reader);
  const extract = bodyOf(tree, 'extract');
  if (extract !== undefined)
    return call('extract', stringValue(fieldName(extract.field)), read(extract.this));
  const position = bodyOf(tree, 'str_position');
  if (position !== undefined && position.substr !== null)
    return call('locate', read(position.substr), read(position.this), integer(1));
  const substring = bodyOf(tree, 'substring');
  if (substring !== undefined)
    return call(
      'substring',
      ...[substring.this, substring.start, substring.length].filter((part) => part !== null).map(read),
    );
  const overlay = bodyOf(tree, 'overlay');
  if (overlay !== undefined)
    return call(
      'overlay',
      ...[overlay.this, overlay.replacement, overlay.from].map(read),
      overlay.length === null ? integer(-1) : read(overlay.length),
    );
  const trim = bodyOf(tree, 'trim');
  if (trim !== undefined)
    return call(
      TRIM[trim.position] ?? 'trim',
      ...[trim.this, trim.characters].filter((part) => part !== null).map(read),
    );
  const collation = bodyOf(tree, 'collation');
  if (collation !== undefined) return call('collate', read(collation.this), stringValue(collation.collation));
  const path = bodyOf(tree, 'j_s_o_n_extract');
  return path && call('semi_structured_extract', read(path.this), read(path.expression));
}

const TRIM: Readonly<Record<string, string>> = { Both: 'trim', Leading: 'ltrim', Trailing: 'rtrim' };

/** `Year`, `DayOfWeek`, `{ Custom: 'yearofweek' }`. */
function fieldName(field: Body<'extract'>['field']): string {
  return (typeof field === 'string' ? field : Object.values(field).join('')).toLowerCase();
}

function integer(value: number): Column {
  return { kind: 'value', value, type: INT };
}
