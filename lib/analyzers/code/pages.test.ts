import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REGISTRY } from './registry.ts';

const FOLDER = 'lib/analyzers/code/rules';
const HEADINGS = [
  'What it means',
  'How it is found',
  'What you can do',
  'When it is not a problem',
  'Limits',
];
const [MIN_WORDS, MAX_WORDS] = [60, 200];
/** A page says what can be tried and what it costs; how much it brings depends on the run. */
const PROMISES =
  /guarantee|\bfaster\b|\d ?x faster|times faster|will (fix|solve|speed)|speeds? up|always works|\d+x\b/i;
const BRITISH = /\w*(colour|behaviour|neighbour|serialis|optimis|organis|analyse[sd]?\b|catalogue)\w*/i;

const pageOf = (name: string) => readFileSync(`${FOLDER}/${name}.md`, 'utf8');

describe('the registry', () => {
  it('holds every rule of the folder, and each has a file, a test and a page of its name', () => {
    const names = REGISTRY.map(({ name }) => name);
    const files = names.flatMap((name) => [`${name}.md`, `${name}.test.ts`, `${name}.ts`]);
    expect(readdirSync(FOLDER).toSorted()).toEqual(files.toSorted());
    expect(files.filter((file) => !existsSync(`${FOLDER}/${file}`))).toEqual([]);
  });

  it('has each id and each name once', () => {
    for (const key of ['id', 'name', 'title'] as const) {
      const all = REGISTRY.map((rule) => rule[key]);
      expect(all.filter((each, index) => all.indexOf(each) !== index)).toEqual([]);
    }
  });

  it('names rules in kebab case, with ids as in the list of anti-patterns', () => {
    for (const { id, name } of REGISTRY) {
      expect(id).toMatch(/^(DRV|CCH|COL|SHF|JON|UDF|RDD|SRC|DET|CFG|STR|ML)-\d\d$/);
      expect(name).toMatch(/^[a-z]+(-[a-z]+)+$/);
    }
  });
});

describe.each(REGISTRY)('$id $name', (rule) => {
  const texts = [
    rule.title,
    rule.why,
    rule.notWhen,
    ...rule.options.flatMap((option) => Object.values(option) as string[]),
  ];

  it('says all it has to say, and promises nothing', () => {
    for (const text of texts) {
      expect(text.trim().length).toBeGreaterThan(5);
      expect(text).not.toMatch(PROMISES);
      expect(text).not.toMatch(BRITISH);
    }
    for (const text of texts.slice(1)) expect(text).toMatch(/\.$/);
  });

  it('has a page with a title and the five sections in their order, each with text', () => {
    const [title, ...sections] = pageOf(rule.name).split(/^## /m);
    expect(title?.trim().toLowerCase()).toBe(`# ${rule.id} ${rule.title}`.toLowerCase());
    expect(sections.map((section) => section.split('\n', 1)[0])).toEqual(HEADINGS);
    for (const section of sections) expect(section.split('\n').slice(1).join('').trim()).not.toBe('');
  });

  it(`has a page of ${MIN_WORDS} to ${MAX_WORDS} words`, () => {
    const words = pageOf(rule.name).replace(/^#.*$/gm, '').trim().split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(MIN_WORDS);
    expect(words).toBeLessThanOrEqual(MAX_WORDS);
  });

  it('has a page that promises nothing, holds no HTML and is in American English', () => {
    // Code may hold signs that look like HTML.
    const text = pageOf(rule.name).replace(/`[^`]*`/g, '');
    expect(text).not.toMatch(PROMISES);
    expect(text).not.toMatch(/<\/?[a-z]/i);
    expect(text).not.toMatch(BRITISH);
  });

  it('links only to pages that exist', () => {
    const links = [...pageOf(rule.name).matchAll(/\]\(([^)]*)\)/g)].map(([, link]) => link);
    const pages = REGISTRY.map(({ name }) => `/reference/rules/${name}`);
    expect(links.filter((link) => link === undefined || !pages.includes(link))).toEqual([]);
  });
});
