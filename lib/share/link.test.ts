import fc from 'fast-check';
import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toBase64url } from './codec/base64url.ts';
import { MAX_PAYLOAD_CHARS } from './codec/limits.ts';
import { pack } from './codec/pack.ts';
import type { Envelope } from './envelope.ts';
import { KINDS } from './kinds/kinds.ts';
import { readLink, writeLink } from './link.ts';
import { aboutLink, STATES } from './testing.ts';
import { CURRENT_VERSION, UPGRADERS } from './upgraders.ts';

const link = (envelope: unknown, version = CURRENT_VERSION) =>
  `#s=${version}.${toBase64url(pack(JSON.stringify(envelope)))}`;

describe('a link', () => {
  it('has a state of every kind to try', () => {
    expect(Object.keys(STATES).sort()).toEqual(KINDS.map(({ kind }) => kind).sort());
  });

  it.each(Object.values(STATES))('gives back what was shared: $kind', (state) => {
    const content: Envelope = { ...aboutLink, state };
    const { fragment, isTooLarge } = writeLink(content);
    expect(isTooLarge).toBe(false);
    expect(readLink(`#${fragment}`)).toMatchObject({ problem: undefined, content, lost: [] });
  });

  it('gives back any program, in any script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const state = { ...STATES.playground, files: [{ path: 'a.py', text }] };
        const { content } = readLink(writeLink({ ...aboutLink, state }).fragment);
        expect(content?.state).toEqual(state);
      }),
    );
  });

  it('says when it is too large to be handed out, and is not read then either', () => {
    const text = Array.from({ length: 30_000 }, (_, n) => Math.imul(n, 2654435761).toString(36)).join('');
    const state = { ...STATES.playground, files: [{ path: 'a.py', text }] };
    const { fragment, isTooLarge } = writeLink({ ...aboutLink, state });
    expect(isTooLarge).toBe(true);
    expect(readLink(fragment)).toMatchObject({ problem: 'too-long', content: undefined });
  });
});

describe('links that are not as they were made', () => {
  const { fragment } = writeLink({ ...aboutLink, state: STATES.analysis });

  it.each([
    ['', 'empty'],
    ['#', 'empty'],
    ['#section', 'unknown'],
    ['#s=two.abc', 'unknown'],
    ['#s=0.abc', 'unknown'],
    [`#s=2.${'A'.repeat(MAX_PAYLOAD_CHARS + 1)}`, 'too-long'],
    ['#s=2.', 'damaged'],
    ['#s=2.!!!', 'damaged'],
    [link('just a text'), 'invalid'],
    [link({ ...aboutLink, state: { kind: 'poem' } }), 'invalid'],
    [`#s=2.${toBase64url(zlibSync(new Uint8Array(30_000_000)))}`, 'too-large'],
  ])('%#: are named for what they are', (given, problem) => {
    expect(readLink(given)).toMatchObject({ problem, content: undefined });
  });

  it('show what is left of a summary that was cut', () => {
    const { problem, content, lost } = readLink(fragment.slice(0, fragment.length * 0.8));
    expect(problem).toBe('damaged');
    expect(content?.state).toMatchObject({ kind: 'analysis', application: { name: 'nightly-orders' } });
    expect(lost.length).toBeGreaterThan(0);
  });

  it('are never taken for whole when one character was changed', () => {
    const whole = readLink(fragment).json;
    for (let at = 4; at < fragment.length; at += 7) {
      const other = fragment[at] === 'A' ? 'B' : 'A';
      const changed = readLink(fragment.slice(0, at) + other + fragment.slice(at + 1));
      if (changed.json !== whole) expect(changed.problem, `character ${at}`).toBe('damaged');
    }
  });

  it('never throw, whatever the fragment', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'AZaz09-_=.'), maxLength: 300 });
    fc.assert(fc.property(digits, (payload) => void readLink(`#s=2.${payload}`)));
    fc.assert(fc.property(fc.json(), (json) => void readLink(link(JSON.parse(json)))));
    fc.assert(fc.property(fc.string(), (given) => void readLink(given)));
  });

  it('from a newer version show what this one understands', () => {
    const newer = link(
      { ...aboutLink, state: { ...STATES.scenario, mood: 'curious' }, added: 1 },
      CURRENT_VERSION + 3,
    );
    expect(readLink(newer)).toMatchObject({
      problem: 'newer',
      version: CURRENT_VERSION + 3,
      content: { state: STATES.scenario },
    });
    expect(readLink(link({ other: 'shape' }, CURRENT_VERSION + 1))).toMatchObject({
      problem: 'newer',
      content: undefined,
      json: '{"other":"shape"}',
    });
  });
});

describe('upgraders', () => {
  it('exist for every version before the current one, and for no other', () => {
    const before = Array.from({ length: CURRENT_VERSION - 1 }, (_, index) => String(index + 1));
    expect(Object.keys(UPGRADERS)).toEqual(before);
  });

  // As they were written once. A change that breaks one of these breaks links that people keep.
  it.each([
    [1, '#s=1.eNqrVsrOzEtRslIqTk7NSyzKzFfSUcoE87NTy1NTdLPyM_OAQsUlqQVKVkZARmoqUNbEqBYAHK4SGQ', null],
    [
      2,
      '#s=2.eNodjE0OgjAQha8ymTUQaIwmbDyCSxfGRaUTOyItdmoqIdzdCbv3970VJ-sIezStOdZdV5sOK3wsmrRN17RqPDtHAfsbzjZ7wXuF9KM0sCi34udLkjnqAK9-ARaQbJ8EJ5B3LGc9sEEKJe0vgWCkBbwVmKJkSLFIg1uFiuT9beTgdCkDBZs4Ks27H6mQq1-Rg0aSacbeqCDS9mC27Q-v1j5-',
      '2026-11-21',
    ],
  ])('open a link of version %i', (_, fragment, made) => {
    expect(readLink(fragment)).toMatchObject({
      problem: undefined,
      content: { state: STATES.scenario, made },
    });
  });
});
