import type { FileNames } from './file-names.ts';
import type { ColumnText, NewAggregate, NewOperation } from './graph-edit.ts';
import { JOIN_HINTS } from './graph-edit.ts';
import { columnName, literal } from './python-text.ts';
import { Refused } from './refused.ts';

/** A new operation as the links of a chain, each with the method that it calls. */
export function linksOf(
  operation: NewOperation,
  names: FileNames,
): readonly { readonly method: string; readonly text: string }[] {
  const link = (method: string, ...args: readonly string[]) => ({
    method,
    text: `.${method}(${args.join(', ')})`,
  });
  const texts = (columns: readonly string[]) => columns.map((each) => literal(each, names.text));
  const paths = (columns: readonly string[]) => texts(columns.map(columnName));
  switch (operation.method) {
    case 'filter':
      return [link('filter', conditionText(operation.condition, names))];
    case 'select':
      return [link('select', ...some(operation.columns, 'a column').map((each) => columnText(each, names)))];
    case 'withColumn':
      return [link('withColumn', literal(operation.name, names.text), valueText(operation.column, names))];
    case 'drop':
      return [link('drop', ...texts(some(operation.columns, 'a column')))];
    case 'dropDuplicates':
      return [link('dropDuplicates', `[${texts(some(operation.columns, 'a column')).join(', ')}]`)];
    case 'groupBy': {
      const aggregates = some(operation.aggregates, 'an aggregate');
      return [
        link('groupBy', ...paths(operation.keys)),
        link('agg', ...aggregates.map((each) => aggregateText(each, names))),
      ];
    }
    case 'orderBy': {
      const columns = some(operation.columns, 'a column').map(({ name, descending }) => {
        const text = literal(columnName(name), names.text);
        return descending ? `${names.functionName('desc')}(${text})` : text;
      });
      return [link('orderBy', ...columns)];
    }
    case 'limit':
      return [link('limit', count(operation.rows, 0))];
    case 'repartition': {
      const { partitions, columns = [] } = operation;
      const first = partitions === undefined ? [] : [count(partitions, 1)];
      return [link('repartition', ...some([...first, ...paths(columns)], 'a number or a column'))];
    }
    case 'coalesce':
      return [link('coalesce', count(operation.partitions, 1))];
    case 'hint':
      if (!JOIN_HINTS.includes(operation.name)) throw new Refused(`There is no hint ${operation.name}.`);
      return [link('hint', literal(operation.name, names.text))];
    case 'join': {
      const { other, on, how } = operation;
      if (how === 'cross') return [link('crossJoin', other)];
      const [first, ...more] = texts(some(on, 'a column that both sides have'));
      const keys = more.length === 0 ? first! : `[${[first, ...more].join(', ')}]`;
      return [link('join', other, keys, ...(how === 'inner' ? [] : [literal(how, names.text)]))];
    }
    case 'distinct':
    case 'cache':
      return [link(operation.method)];
  }
}

/** Names and SQL conditions may be given as text, which is how people write them. */
function conditionText(condition: ColumnText, names: FileNames): string {
  if ('sql' in condition) return literal(condition.sql, names.text);
  return valueText(condition, names);
}

function columnText(column: ColumnText, names: FileNames): string {
  return 'name' in column ? literal(columnName(column.name), names.text) : valueText(column, names);
}

function valueText(column: ColumnText, names: FileNames): string {
  if ('python' in column) return names.expression(column.python);
  if ('sql' in column) return `${names.functionName('expr')}(${literal(column.sql, names.text)})`;
  return `${names.functionName('col')}(${literal(columnName(column.name), names.text)})`;
}

function aggregateText({ function: name, column, as }: NewAggregate, names: FileNames): string {
  const fn = names.functionName(name);
  const of = column === undefined ? literal('*', names.text) : literal(columnName(column), names.text);
  const alias = as === undefined ? '' : `.alias(${literal(as, names.text)})`;
  return `${fn}(${of})${alias}`;
}

function some<T>(given: readonly T[], what: string): readonly T[] {
  if (given.length === 0) throw new Refused(`It needs ${what}.`);
  return given;
}

function count(value: number, least: number): string {
  if (!Number.isSafeInteger(value) || value < least || value > 2_147_483_647)
    throw new Refused(`${value} is no whole number from ${least} to 2147483647.`);
  return String(value);
}
