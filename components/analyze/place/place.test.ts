import { describe, expect, it } from 'vitest';
import { hrefOf, type Place, placeOf } from './place.ts';

const read = (query: string) => placeOf(new URLSearchParams(query));

describe('placeOf and hrefOf', () => {
  it.each<Place>([
    { view: 'overview' },
    { view: 'insights', insight: 'task-skew-1' },
    { view: 'stages', stage: '7.0' },
    { view: 'timeline', from: 0, to: 12_000 },
  ])('give back $view as it was', (place) => {
    expect(read(hrefOf(place).split('?')[1] ?? '')).toEqual(place);
  });

  it('keep the plain address for the overview', () => {
    expect(hrefOf({ view: 'overview' })).toBe('/analyze');
  });

  it('open the overview for an address that says nothing useful', () => {
    expect(read('view=nonsense&stage=x&insight=<b>&from=9&to=3')).toEqual({ view: 'overview' });
  });
});
