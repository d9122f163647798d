import { UserError } from '#lib/base/assert.ts';
import { type DataType, typeName } from '#lib/plan/types/data-type.ts';
import type { CaseKind } from '#lib/simulator/cases/case-kind.ts';
import type { CaseInput } from '#lib/simulator/cases/read-input.ts';
import { unsafeRowBytes } from '#lib/simulator/rows/unsafe-row.ts';
import { readRows, readSqlType, sqlRows } from './sql-rows.ts';

/** What an exchange writes before compression, where its columns are SQL over the row's number. */
export const dataSize: CaseKind = {
  kind: 'data-size',
  run(input, spark) {
    const rows = readRows(input);
    const { types, valuesOf } = sqlRows(input.field('select'), spark);
    checkSchema(input.field('schema'), types);
    let dataSizeBytes = 0;
    for (let row = 0; row < rows; row++) dataSizeBytes += unsafeRowBytes(valuesOf(row), types);
    return { dataSizeBytes, recordsWritten: rows };
  },
};

/** The schema says what the columns are; if the text makes others of them, the sizes would be wrong. */
function checkSchema(schema: CaseInput, types: readonly DataType[]): void {
  const wanted = schema.list((column) => {
    const [, type] = column.list((part) => part, 2);
    return typeName(type === undefined ? column.refuse('a name and a type') : readSqlType(type));
  });
  const found = types.map(typeName);
  if (wanted.join() !== found.join())
    throw new UserError(
      `"select" gives columns of types ${found.join(', ')}, and "schema" says ${wanted.join(', ')}`,
    );
}
