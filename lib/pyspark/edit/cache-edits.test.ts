import { describe, expect, it } from 'vitest';
import { edited, type Find } from './testing.ts';

const cache = (method: string) => (find: Find) => ({ kind: 'cache', at: find(method) }) as const;
const uncache = (method: string) => (find: Find) => ({ kind: 'uncache', at: find(method) }) as const;

describe('keeping a result', () => {
  it('is for all who read it', async () => {
    const program = 'few = orders.distinct()\nfew.count()\nfew.show()\n';
    expect(await edited(program, cache('distinct'))).toBe(
      program.replace('distinct()', 'distinct().cache()'),
    );
  });

  it('is refused where it is kept already', async () => {
    expect(await edited('few = orders.distinct().persist()\nfew.show()\n', cache('distinct'))).toBe(
      'no: It is kept already, by persist() on line 5.',
    );
  });

  it('is refused of what is no DataFrame', async () => {
    expect(await edited('orders.show()\n', cache('show'))).toContain('gives no DataFrame');
  });
});

describe('keeping a result no longer', () => {
  it('takes every call that keeps it out, by whichever operation it is named', async () => {
    const program = 'few = orders.distinct().cache()\nfew.persist()\nfew.count()\nfew.unpersist()\n';
    const wanted = 'few = orders.distinct()\nfew.count()\nfew.unpersist()\n';
    expect(await edited(program, uncache('distinct'))).toBe(wanted);
    expect(await edited('few = orders.distinct()\nfew.cache()\nfew.count()\n', uncache('cache'))).toBe(
      'few = orders.distinct()\nfew.count()\n',
    );
  });

  it('is refused where nothing keeps it', async () => {
    expect(await edited('orders.distinct().show()\n', uncache('distinct'))).toBe(
      'no: What distinct() on line 5 gives is not kept.',
    );
  });
});
