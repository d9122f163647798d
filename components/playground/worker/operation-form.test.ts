import { describe, expect, it } from 'vitest';
import { opened } from '#lib/pyspark/edit/testing.ts';
import { placesOf } from '#lib/pyspark/view/places.ts';
import { operationFormOf } from './operation-form.ts';

async function formAt(own: string, method: string, upstream: readonly string[] = []) {
  const { read, find, options } = await opened(own);
  const { of } = placesOf(read.program.operations);
  const places = upstream.map((each) => of[find(each)]!);
  return operationFormOf(read, of[find(method)]!, places, options.language);
}

describe('operationFormOf', () => {
  const JOIN = 'orders.join(customers.distinct(), "customer_id").write.parquet("out")\n';

  it('means the spot of the edge that was chosen', async () => {
    expect((await formAt(JOIN, 'join', ['distinct']))?.here).toBe(
      'before join() on line 5, on its right side',
    );
    expect((await formAt(JOIN, 'join'))?.here).toBeUndefined();
  });

  it('knows actions, which give nothing that could be cached or moved', async () => {
    expect(await formAt(JOIN, 'parquet')).toMatchObject({ givesFrame: false, moves: {} });
    expect(await formAt(JOIN, 'join')).toMatchObject({ givesFrame: true });
  });

  it('is none where no operation stands', async () => {
    const { read, options } = await opened(JOIN);
    expect(operationFormOf(read, 99, [], options.language)).toBeUndefined();
  });
});
