import { describe, expect, it } from 'vitest';
import { moveChoices } from './move-choices.ts';
import { opened } from './testing.ts';

async function choices(own: string, method: string) {
  const { read, find, options } = await opened(own);
  return moveChoices(read, find(method), options.language);
}

describe('moveChoices', () => {
  it('offers a step past each neighbor', async () => {
    const { up, down } = await choices(
      'orders.withColumn("x", F.lit(1)).filter("amount > 5").orderBy("status").show()\n',
      'filter',
    );
    expect(up).toEqual({ edit: expect.objectContaining({ kind: 'move' }), past: 'withColumn() on line 5' });
    expect(down).toMatchObject({ past: 'orderBy() on line 5' });
    expect(down).not.toHaveProperty('why');
  });

  it('says why a step would change rows', async () => {
    const { up, down } = await choices(
      'orders.limit(5).filter("amount > 5").repartition(3).orderBy("amount").show()\n',
      'repartition',
    );
    expect(up).not.toHaveProperty('why');
    expect(down?.why).toContain('repartition() on line 5 and orderBy() on line 5 cannot change places');
    const filter = await choices('orders.limit(5).filter("amount > 5").show()\n', 'filter');
    expect(filter.up?.why).toContain('it takes the first rows of what is there');
  });

  it('moves a cache, which nothing reads by itself, past what reads the same after it', async () => {
    const { down } = await choices('orders.cache().orderBy("status").show()\n', 'cache');
    expect(down).toMatchObject({ past: 'orderBy() on line 5' });
  });

  it('offers none before a source or behind an end', async () => {
    expect(await choices('orders.filter("amount > 5").show()\n', 'filter')).toEqual({});
    expect(await choices('orders.show()\n', 'parquet')).toEqual({});
  });
});
