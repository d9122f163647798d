import { describe, expect, it } from 'vitest';
import { CATALOG } from '../testing.ts';
import { frameAt } from './frame-at.ts';
import { frameFacts } from './frame-facts.ts';
import { SETTINGS, viewText } from './testing.ts';

/** The columns of the DataFrame under the mark `^`, which is no part of the program. */
async function columnsAt(marked: string): Promise<readonly string[] | undefined> {
  const { read, text } = await viewText(marked.replace('^', ''));
  const offset = text.length - marked.replace('^', '').length + marked.indexOf('^');
  const found = frameAt(read, 'main.py', offset);
  return found && frameFacts(found.frame.plan, SETTINGS).columns.map(({ name }) => name);
}

describe('frameAt', () => {
  it.each([
    ['a method’s name', 'orders.sel^ect("status").count()\n', ['status']],
    ['what a method is called on', 'small = orders.select("amount")\nsma^ll.count()\n', ['amount']],
    ['a name that is assigned', 'sma^ll = orders.select("amount")\nsmall.count()\n', ['amount']],
    [
      'a name that is handed on',
      'a = orders.select("amount")\ncustomers.crossJoin(^a).count()\n',
      ['amount'],
    ],
    ['the last of several assignments', 'a = orders\na = a.select("status")\nprint(^a)\n', ['status']],
    ['another name of it', 'a = orders.select("status")\nb = a\nprint(^b)\n', ['status']],
    [
      'a name in a function',
      'def f(df):\n    x = df.select("status")\n    return ^x\nf(orders).count()\n',
      ['status'],
    ],
    ['no DataFrame', 'x = ^3\n', undefined],
    ['nothing', 'orders.count()  # ^\n', undefined],
  ])('finds %s', async (_, marked, expected) => {
    expect(await columnsAt(marked)).toEqual(expected);
  });
});

describe('frameFacts', () => {
  it('tells columns, size, how rows lie, and what it costs', async () => {
    const { read, text } = await viewText('per = orders.groupBy("status").count()\nprint(per)\n');
    const { frame } = frameAt(read, 'main.py', text.indexOf('per)'))!;
    expect(frameFacts(frame.plan, SETTINGS)).toEqual({
      columns: [
        { name: 'status', type: 'string' },
        { name: 'count', type: 'bigint' },
      ],
      bytes: expect.any(Number),
      partitioning: 'a hash of status over 200 partitions',
      partitions: 200,
      exchanges: ['hash(status) · 200'],
    });
  });

  it('says of a shuffle by a skewed key how large its largest partition is', async () => {
    const orders = { ...CATALOG['data/orders']!, skew: [{ column: 'customer_id', share: 0.5 }] };
    const { read, text } = await viewText(
      'moved = orders.repartition(10, "customer_id")\nmoved.show()\n',
      {},
      undefined,
      { ...CATALOG, 'data/orders': orders },
    );
    const { frame } = frameAt(read, 'main.py', text.indexOf('moved'))!;
    expect(frameFacts(frame.plan, SETTINGS).exchanges).toEqual([
      'skewed hash(customer_id) · 10 (about 50 % of the rows of data/orders have the same customer_id, so one partition gets about 10.7 KiB)',
    ]);
  });
});
