import { describe, expect, it } from 'vitest';
import { explainNothingFound } from './explain-nothing-found.ts';

describe('explainNothingFound', () => {
  it('says for one file what it is and how to get a log', () => {
    const explained = explainNothingFound([{ path: 'a.png', reason: 'a PNG image, not an event log' }]);
    expect(explained.title).toBe('This file is not an event log');
    expect(explained.details).toEqual(['a.png: a PNG image, not an event log']);
    expect(explained.hint).toContain('spark.eventLog.enabled');
    expect(explained.hint).toContain('spark.eventLog.dir');
    expect(explained.hint).toContain('History Server');
    expect(explained.hint).toContain('Databricks');
  });

  it('puts files of one kind into one line', () => {
    const parts = Array.from({ length: 7 }, (_, i) => ({ path: `part-${i}`, reason: 'a Parquet data file' }));
    const { title, details } = explainNothingFound([
      ...parts,
      { path: '_SUCCESS', reason: 'x', isMarker: true },
    ]);
    expect(title).toBe('None of these 7 files is an event log');
    expect(details).toEqual(['part-0, part-1, part-2 and 4 more: a Parquet data file']);
  });

  it('gives the hint of the file first, and each once', () => {
    const file = { path: 'a', reason: 'an encrypted zip archive', hint: 'Unpack it.' };
    const { hint } = explainNothingFound([file, { ...file, path: 'b' }]);
    expect(hint.split('Unpack it.')).toHaveLength(2);
    expect(hint.startsWith('Unpack it.')).toBe(true);
  });

  it('keeps the list short', () => {
    const { details } = explainNothingFound(
      Array.from({ length: 20 }, (_, i) => ({ path: `${i}`, reason: `kind ${i}` })),
    );
    expect(details).toHaveLength(9);
    expect(details.at(-1)).toBe('and 12 more kinds of files');
  });

  it('sees that only the marker of a rolled log was given', () => {
    const { title, hint } = explainNothingFound([
      { path: 'appstatus_app-1', reason: 'a marker file of a rolled log', isMarker: true },
    ]);
    expect(title).toBe('These files only accompany an event log');
    expect(hint).toContain('events_');
  });

  it('sees that nothing was given', () => {
    expect(explainNothingFound([]).title).toBe('There are no files here');
  });
});
