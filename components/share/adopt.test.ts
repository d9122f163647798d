import { describe, expect, it } from 'vitest';
import { places } from '#components/shell/places.ts';
import { STATES } from '#lib/share/testing.ts';
import { adoption } from './adopt.ts';

describe('adoption', () => {
  it('hands the very link to the place of its kind, where there is one', () => {
    const hasPlayground = places.some(({ id }) => id === 'playground');
    expect(adoption(STATES.playground, 's=2.x')?.href).toBe(hasPlayground ? '/playground#s=2.x' : undefined);
  });

  it.each([STATES.analysis, STATES.insight])('has no place for $kind, which needs its log', (state) => {
    expect(adoption(state, 's=2.x')).toBeUndefined();
  });
});
