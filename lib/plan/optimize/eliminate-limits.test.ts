import { describe, expect, it } from 'vitest';
import { notesOf, shape } from './testing.ts';

describe('EliminateLimits', () => {
  it('drops a limit that cuts nothing, and says so', () => {
    expect(shape('select count(*) from orders limit 5')).toBe('Aggregate(Project(orders))');
    expect(notesOf('select count(*) from orders limit 5').map((note) => note.rule)).toContain(
      'EliminateLimits',
    );
  });
});
