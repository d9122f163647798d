import { describe, expect, it } from 'vitest';
import { shape } from './testing.ts';

describe('EliminateSorts', () => {
  it('drops a sort under a count', () => {
    expect(shape('select count(*) from (select * from orders order by amount)')).not.toContain('Sort');
  });

  it('keeps a sort under a function that minds the order', () => {
    expect(shape('select collect_list(amount) from (select * from orders order by day)')).toContain('Sort');
  });
});
