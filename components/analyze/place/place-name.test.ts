import { describe, expect, it } from 'vitest';
import type { Place } from './place.ts';
import { placeName } from './place-name.ts';

describe('placeName', () => {
  it.each<[Place, string | undefined]>([
    [{ view: 'overview' }, undefined],
    [{ view: 'stages' }, 'the view Stages of a run'],
    [{ view: 'stages', stage: '7.0' }, 'stage 7.0 of a run'],
    [{ view: 'tasks', stage: '7.0' }, 'the tasks of stage 7.0 of a run'],
    [{ view: 'insights', insight: 'spill-1' }, 'an insight of a run'],
    [{ view: 'timeline', from: 0, to: 10 }, 'a part of the timeline of a run'],
  ])('says where %j leads', (place, name) => {
    expect(placeName(place)).toBe(name);
  });
});
