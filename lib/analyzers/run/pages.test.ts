import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DETECTORS } from './registry.ts';

const HEADINGS = [
  'What it means',
  'How it is found',
  'What you can do',
  'When it is not a problem',
  'Limits',
];
const [MIN_WORDS, MAX_WORDS] = [120, 300];
/** A page says what can be tried and what it costs; how much it brings depends on the run. */
const PROMISES =
  /guarantee|will be faster|\d ?x faster|times faster|will (fix|solve|speed)|speeds? up|always works/i;
const BRITISH = /\w*(colour|behaviour|neighbour|serialis|optimis|organis|analyse|catalogue)\w*/i;

const idsOf = () => DETECTORS.map(({ id }) => id);
const pathOf = (id: string, end: string) => `lib/analyzers/run/${id}${end}`;
const pageOf = (id: string) => readFileSync(pathOf(id, '.md'), 'utf8');

describe('every detector', () => {
  for (const id of idsOf()) {
    it(`${id} is a file, a test and a page of the same name`, () => {
      const missing = ['.ts', '.test.ts', '.md']
        .map((end) => pathOf(id, end))
        .filter((path) => !existsSync(path));
      expect(missing).toEqual([]);
    });
  }
});

describe('the page of', () => {
  for (const id of idsOf()) {
    describe(id, () => {
      it('has a title and the five sections in their order, each with text', () => {
        const [title, ...sections] = pageOf(id).split(/^## /m);
        expect(title).toMatch(/^# \S.*\n\n$/);
        expect(sections.map((section) => section.split('\n', 1)[0])).toEqual(HEADINGS);
        for (const section of sections) expect(section.split('\n').slice(1).join('').trim()).not.toBe('');
      });

      it(`has ${MIN_WORDS} to ${MAX_WORDS} words`, () => {
        const words = pageOf(id).replace(/^#.*$/gm, '').trim().split(/\s+/).length;
        expect(words).toBeGreaterThanOrEqual(MIN_WORDS);
        expect(words).toBeLessThanOrEqual(MAX_WORDS);
      });

      it('promises nothing, holds no HTML and is in American English', () => {
        expect(pageOf(id)).not.toMatch(PROMISES);
        expect(pageOf(id)).not.toMatch(/<\/?[a-z]/i);
        expect(pageOf(id)).not.toMatch(BRITISH);
      });

      it('links only to pages that exist', () => {
        const links = [...pageOf(id).matchAll(/\]\(([^)]*)\)/g)].map(([, link]) => link);
        const pages = idsOf().map((each) => `/reference/${each}`);
        expect(links.filter((link) => link === undefined || !pages.includes(link))).toEqual([]);
      });
    });
  }
});
