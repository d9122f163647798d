import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenRun, openRun } from '#lib/testing/open-run.ts';
import { sqlName, sqlText } from './sql-text.ts';

let run: OpenRun;
beforeAll(async () => {
  run = await openRun('job 0');
});
afterAll(() => run.close());

const HOSTILE = [
  'plain',
  "it's",
  "'; DROP TABLE jobs; --",
  'say "hi"',
  '\\',
  'a\nb',
  '',
  'Zoë 😀',
  'select',
  '%_$1?',
];

it.each(HOSTILE)('sqlText writes %j as a text and nothing else', async (text) => {
  expect(await run.query(`SELECT ${sqlText(text)} AS v`)).toEqual([{ v: text }]);
});

it.each(HOSTILE.filter((name) => name !== ''))('sqlName makes %j a name', async (name) => {
  expect(await run.query(`SELECT 1 AS ${sqlName(name)}`)).toEqual([{ [name]: 1 }]);
});
