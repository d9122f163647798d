import { describe, expect, it } from 'vitest';
import { applyEdits } from '#lib/pyspark/edit/apply-edits.ts';
import type { SourceEdit } from '#lib/pyspark/edit/graph-edit.ts';
import type { Place } from '#lib/pyspark/view/places.ts';
import { placeAfter } from './place-after.ts';

const FILE = 'main.py';

function placesIn(text: string): readonly Place[] {
  return [...text.matchAll(/\.(\w+)/g)].map(({ index, 1: method = '' }) => ({
    ...{ file: FILE, from: index + 1, to: index + 1 + method.length, line: 1, method },
  }));
}

/** The method that is looked at after an edit which replaces one text by another. */
function lookedAt(text: string, method: string, replaced: readonly (readonly [string, string])[]) {
  const edits = replaced.map(([old, fresh]): SourceEdit => {
    const from = text.indexOf(old);
    return { file: FILE, from, to: from + old.length, text: fresh };
  });
  const next = applyEdits(new Map([[FILE, { text }]]), edits).get(FILE)!.text;
  const [before, now] = [placesIn(text), placesIn(next)];
  const at = before.findIndex((place) => place.method === method);
  const found = placeAfter(before, at, edits, now);
  return found === undefined ? undefined : `${now[found]!.method} at ${now[found]!.from}`;
}

describe('placeAfter', () => {
  it('stays with a call while others are inserted before and behind it', () => {
    expect(lookedAt('df.filter(a).show()', 'filter', [['df', 'df.distinct()']])).toBe('filter at 14');
    expect(lookedAt('df.filter(a).show()', 'filter', [['(a)', '(a).limit(5)']])).toBe('filter at 3');
  });

  it('goes along with a call that moves', () => {
    expect(
      lookedAt('df.distinct().filter(a)', 'filter', [
        ['.filter(a)', ''],
        ['df', 'df.filter(a)'],
      ]),
    ).toBe('filter at 3');
  });

  it('goes to the call before one that is deleted', () => {
    expect(lookedAt('df.distinct().filter(a).show()', 'filter', [['.filter(a)', '']])).toBe('distinct at 3');
    expect(lookedAt('df.filter(a)', 'filter', [['.filter(a)', '']])).toBeUndefined();
  });
});
