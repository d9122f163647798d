import { describe, expect, it } from 'vitest';
import type { GraphEdit } from './graph-edit.ts';
import { edited, type Find } from './testing.ts';

type Hint = Extract<GraphEdit, { kind: 'hint' }>;
const hint = (side: Hint['side'], to: Hint['hint']) => (find: Find) =>
  ({ kind: 'hint', at: find('join'), side, hint: to }) as const;
const kind = (how: Extract<GraphEdit, { kind: 'join-type' }>['how']) => (find: Find) =>
  ({ kind: 'join-type', at: find('join'), how }) as const;
const swap = (find: Find) => ({ kind: 'swap-join', at: find('join') }) as const;

describe('the hint of a join', () => {
  it('is added to either side', async () => {
    const program = 'orders.distinct().join(customers, "customer_id").show()\n';
    expect(await edited(program, hint('right', 'broadcast'))).toBe(
      'orders.distinct().join(customers.hint("broadcast"), "customer_id").show()\n',
    );
    expect(await edited(program, hint('left', 'merge'))).toBe(
      'orders.distinct().hint("merge").join(customers, "customer_id").show()\n',
    );
  });

  it('is changed and taken away where it stands', async () => {
    const program = 'orders.join(customers.hint("merge"), "customer_id").show()\n';
    expect(await edited(program, hint('right', 'shuffle_hash'))).toBe(
      program.replace('merge', 'shuffle_hash'),
    );
    expect(await edited(program, hint('right', 'none'))).toBe(program.replace('.hint("merge")', ''));
    const far = 'few = customers.hint("merge").distinct()\norders.join(few, "customer_id").show()\n';
    expect(await edited(far, hint('right', 'none'))).toBe(far.replace('.hint("merge")', ''));
  });

  it('takes the place of broadcast()', async () => {
    const program = 'orders.join(F.broadcast(customers), "customer_id").show()\n';
    expect(await edited(program, hint('right', 'merge'))).toBe(
      'orders.join(customers.hint("merge"), "customer_id").show()\n',
    );
    expect(await edited(program, hint('right', 'none'))).toBe(
      'orders.join(customers, "customer_id").show()\n',
    );
    expect(await edited(program, hint('right', 'broadcast'))).toContain('has this hint already');
  });

  it('is refused where there is none to take away, or no join', async () => {
    expect(await edited('orders.join(customers, "customer_id").show()\n', hint('left', 'none'))).toBe(
      'no: The left side of join() on line 5 has no hint.',
    );
    expect(
      await edited('orders.distinct().show()\n', (find) => ({
        kind: 'hint',
        at: find('distinct'),
        side: 'left',
        hint: 'merge',
      })),
    ).toBe('no: distinct() on line 5 is no join.');
  });
});

describe('the kind of a join', () => {
  it('is written in the place of the one that is there, in its quotes', async () => {
    expect(await edited("orders.join(customers, 'customer_id', 'left').show()\n", kind('full'))).toBe(
      "orders.join(customers, 'customer_id', 'full').show()\n",
    );
    expect(await edited('orders.join(customers, on="customer_id", how="left").show()\n', kind('inner'))).toBe(
      'orders.join(customers, on="customer_id", how="inner").show()\n',
    );
  });

  it('is added behind the last argument', async () => {
    expect(
      await edited(
        'orders.join(customers, orders.customer_id == customers.customer_id).count()\n',
        kind('left'),
      ),
    ).toBe('orders.join(customers, orders.customer_id == customers.customer_id, how="left").count()\n');
    expect(await edited('orders.join(\n    customers,\n    "customer_id",\n).count()\n', kind('left'))).toBe(
      'orders.join(\n    customers,\n    "customer_id", how="left",\n).count()\n',
    );
  });

  it.each<[string, string, ReturnType<typeof kind>, string]>([
    [
      'a semi join whose other side is read later',
      'orders.join(customers, "customer_id").filter("country = \'de\'").show()\n',
      kind('left_semi'),
      'uses the column country, which comes from join()',
    ],
    [
      'a kind that is there',
      'orders.join(customers, "customer_id").show()\n',
      kind('inner'),
      'is that kind of join already',
    ],
    [
      'a kind that comes from a name',
      'how = "left"\norders.join(customers, "customer_id", how).show()\n',
      kind('inner'),
      'comes from `how`',
    ],
    [
      'an outer join without columns to match',
      'orders.join(customers).show()\n',
      kind('left'),
      'has no columns to match',
    ],
    [
      'a cross join with columns to match',
      'orders.join(customers, "customer_id").show()\n',
      kind('cross'),
      'A cross join has no columns to match',
    ],
  ])('is not %s', async (_, program, edit, why) => {
    const answer = await edited(program, edit);
    expect(answer).toMatch(/^no: /);
    expect(answer).toContain(why);
  });
});

describe('the sides of a join', () => {
  it('change places with all that is written for them', async () => {
    expect(await edited('orders.distinct().join(customers.limit(5), "customer_id").count()\n', swap)).toBe(
      'customers.limit(5).join(orders.distinct(), "customer_id").count()\n',
    );
  });

  it('turn left into right', async () => {
    expect(await edited('orders.join(customers, "customer_id", "left_outer").count()\n', swap)).toBe(
      'customers.join(orders, "customer_id", "right_outer").count()\n',
    );
    expect(
      await edited('(orders).join(other=customers, on="customer_id", how="right").count()\n', swap),
    ).toBe('customers.join(other=(orders), on="customer_id", how="left").count()\n');
  });

  it('keep their lines and stay Python', async () => {
    expect(await edited('orders.join(customers\n    .limit(5), "customer_id").count()\n', swap)).toBe(
      '(customers\n    .limit(5)).join(orders, "customer_id").count()\n',
    );
  });

  it('stay where the left one alone is kept', async () => {
    expect(await edited('orders.join(customers, "customer_id", "left_anti").count()\n', swap)).toContain(
      'there is no such join for the right',
    );
  });

  it('stay where columns are paired by their place', async () => {
    const program =
      'a = orders.join(customers, orders.customer_id == customers.customer_id)\na.union(a).count()\n';
    expect(await edited(program, swap)).toContain('union() on line 6 pairs columns by their place');
  });
});
