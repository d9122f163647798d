import { describe, expect, it } from 'vitest';
import { AccumulableReader } from './accumulables.ts';

const sql = (id: number, update: string, name = 'rows') =>
  `{"ID":${id},"Name":"${name}","Update":${update},"Value":${update},"Internal":true,"Count Failed Values":true,"Metadata":"sql"}`;
const internal = (id: number, update: string) =>
  `{"ID":${id},"Name":"internal.metrics.x","Update":${update},"Value":${update},"Internal":true}`;

/** "7=48 8=1", or undefined when the reader gives up; `reader` remembers what it saw before. */
function read(list: string, reader = new AccumulableReader()): string | undefined {
  const bytes = new TextEncoder().encode(`${list}}}`);
  const end = reader.read(bytes, new DataView(bytes.buffer), 0, bytes.length);
  if (end < 0) return undefined;
  expect(end).toBe(bytes.length - 2);
  return Array.from({ length: reader.count }, (_, i) => `${reader.ids[i]}=${reader.updates[i]}`).join(' ');
}

describe('AccumulableReader', () => {
  it('gives the values of SQL metrics and passes over the others', () => {
    expect(read(`[${sql(7, '"48"')},${internal(8, '5')},${sql(9, '"-1"')}]`)).toBe('7=48 9=-1');
    expect(read('[]')).toBe('');
  });

  it('finds known metrics in another order, and new ones between them', () => {
    const reader = new AccumulableReader();
    expect(read(`[${sql(1, '"10"', 'short')},${sql(2, '"20"', 'a longer name')}]`, reader)).toBe('1=10 2=20');
    expect(
      read(`[${sql(2, '"2"', 'a longer name')},${sql(3, '"3"')},${sql(1, '"1"', 'short')}]`, reader),
    ).toBe('2=2 3=3 1=1');
  });

  it('passes over accumulators of users that are lists, texts, fractions or missing', () => {
    const reader = new AccumulableReader();
    const mine = (update: string) => `{"ID":5,"Name":"mine",${update}"Internal":false}`;
    for (const update of [
      '"Update":[1,"]"],"Value":[],',
      '"Update":"1.5","Value":"3.0",',
      '"Update":"x","Value":"y",',
      '',
    ]) {
      expect(read(`[${mine(update)},${sql(7, '"1"')}]`, reader)).toBe('7=1');
    }
    expect(read(`[${internal(8, '5')},${internal(8, '[{"Block ID":"rdd_1_1"}]')}]`)).toBe('');
  });

  it('reads a name with escapes', () => {
    expect(read(`[${sql(7, '"3"', 'number of \\"rows\\"')}]`)).toBe('7=3');
  });

  it.each([
    ['a fraction', sql(7, '"1.5"')],
    ['no number', sql(7, '"many"')],
    ['more digits than are exact', sql(7, '"9007199254740993"')],
    ['leading zeros', sql(7, '"007"')],
    ['a list', sql(7, '[1]')],
    ['its total first', '{"ID":7,"Name":"rows","Value":"1","Update":"1","Metadata":"sql"}'],
    ['a blank', sql(7, '"1"').replace(',"Value"', ', "Value"')],
    ['a name of another length', sql(7, '"1"', 'row')],
    ['an id that is no number', sql(7, '"1"').replace('"ID":7', '"ID":"7"')],
    ['a key misspelled', sql(7, '"1"').replace('"Update"', '"Updzte"')],
    ['no end of its name', sql(7, '"1"').replace('rows",', 'rowsx,')],
    ['no comma behind its value', sql(7, '"1"').replace(',"Value"', ';"Value"')],
    ['something behind its metadata', sql(7, '"1"').replace('"sql"}', '"sql"7}')],
    ['another metadata', sql(7, '"1"').replace('"Metadata":"sql"', '"Metadata":"sqk"')],
  ])('gives up, so that JSON is asked, when a SQL metric has %s', (_, entry) => {
    const reader = new AccumulableReader();
    expect(read(`[${sql(7, '"5"')}]`, reader)).toBe('7=5');
    expect(read(`[${entry}]`, reader)).toBeUndefined();
  });

  it.each(['', '{}', '[', `[${sql(1, '"1"')}`, `[${sql(1, '"1"')};${sql(2, '"1"')}]`, '[1]'])(
    'gives up on what is no list of entries: %s',
    (list) => {
      expect(read(list)).toBeUndefined();
    },
  );

  it('gives up on more entries than any task has', () => {
    const list = Array.from({ length: 5000 }, (_, i) => sql(i, '"1"')).join(',');
    expect(read(`[${list}]`)).toBeUndefined();
  });
});
