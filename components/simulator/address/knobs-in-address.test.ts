import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkKnobs } from '#lib/simulator/pipeline/check-knobs.ts';
import { DEFAULT_KNOBS, type Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { PRESETS } from '#lib/simulator/pipeline/presets.ts';
import { fromFragment, toFragment } from './knobs-in-address.ts';

const there = (knobs: Knobs, situation?: string) => fromFragment(toFragment(knobs, situation), undefined);

describe('the address of the simulator', () => {
  it('is short: it names what differs only', () => {
    expect(toFragment(DEFAULT_KNOBS, undefined)).toBe('');
    expect(toFragment({ ...DEFAULT_KNOBS, adaptive: false, shufflePartitions: 8 }, undefined)).toBe(
      'shufflePartitions=8&adaptive=false',
    );
    expect(toFragment(PRESETS[0]!.knobs, PRESETS[0]!.id)).toBe('situation=two-hundred-partitions');
  });

  it('opens with the same knobs, whatever the situation', () => {
    for (const { id, knobs } of PRESETS) {
      const turned = { ...knobs, executors: 33, hotShare: 0.125 };
      expect(there(turned, id)).toEqual({ knobs: turned, situation: id, problems: [] });
    }
  });

  it('holds drawn bars', () => {
    const drawn: Knobs = { ...DEFAULT_KNOBS, keyShape: 'weights', weights: [5, 0, 2.5] };
    expect(there(drawn).knobs).toEqual(drawn);
  });

  it('never holds keys of one’s own: it says how many there were, and asks for them elsewhere', () => {
    const own = { weights: [3, 1], keyNames: ['Ada', 'Bob'] };
    const knobs: Knobs = { ...DEFAULT_KNOBS, keyShape: 'weights', ...own };
    const fragment = toFragment(knobs, undefined);
    expect(fragment).not.toMatch(/Ada|Bob/);
    expect(fromFragment(fragment, own).knobs).toEqual(knobs);
    const elsewhere = fromFragment(fragment, undefined);
    expect(elsewhere.problems.join(' ')).toContain('drop or paste them again');
    expect(checkKnobs(elsewhere.knobs)).toEqual([]);
  });

  it('takes what it understands of a broken address, and names the rest', () => {
    const { knobs, problems } = fromFragment(
      'executors=9&cores=-1&colour=red&files=NaN&situation=moon',
      undefined,
    );
    expect(knobs).toEqual({ ...DEFAULT_KNOBS, executors: 9 });
    expect(problems.join(' ')).toMatch(
      /no situation "moon".*Cores of an executor.*"colour" is no knob.*Files/,
    );
    expect(problems.at(-1)).toBe('1 knob of the address was taken.');
  });

  it('gives knobs that can be run, whatever the address says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('weights', 'keyShape', 'files', 'spark', 'x'), fc.string()), {
          maxLength: 5,
        }),
        (params) => {
          const { knobs } = fromFragment(new URLSearchParams(params).toString(), undefined);
          expect(checkKnobs(knobs)).toEqual([]);
        },
      ),
      { seed: 7 },
    );
    expect(fromFragment('a'.repeat(30_000), undefined).problems[0]).toContain('was not read');
  });
});
