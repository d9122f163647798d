import { describe, expect, it } from 'vitest';
import { framesAt } from './frames-at.ts';
import { opened } from './testing.ts';

/** `name: the operation that made it` of each DataFrame that has a name at the mark `^`, those of the prelude left out. */
async function namesAt(marked: string): Promise<readonly string[]> {
  const { read } = await opened(marked.replace('^', ''));
  const { text } = read.files.get('main.py')!;
  const offset = text.length - marked.length + 1 + marked.indexOf('^');
  return framesAt(read, 'main.py', offset)
    .filter(({ name }) => name !== 'orders' && name !== 'customers')
    .map(({ name, at }) => `${name}: ${read.program.operations[at]!.method}`);
}

describe('framesAt', () => {
  it('knows what was assigned last above a place', async () => {
    expect(await namesAt('x = orders.distinct()\nx = x.limit(3)\n^x.show()\nx = 5\n')).toEqual(['x: limit']);
    expect(await namesAt('x = orders.distinct()\nx = 5\n^orders.show()\n')).toEqual([]);
  });

  it('does not know a name in the statement that gives it its value', async () => {
    expect(await namesAt('x = orders.distinct()^.limit(3)\nx.show()\n')).toEqual([]);
  });

  it('takes a cached DataFrame as that which was cached', async () => {
    expect(await namesAt('x = orders.distinct().cache()\n^x.show()\n')).toEqual(['x: distinct']);
  });

  it('leaves out what has several values at once', async () => {
    expect(await namesAt('x, y = orders.distinct(), orders.limit(3)\n^x.show()\n')).toEqual([]);
  });

  it('looks into the function around a place, and then outside of it', async () => {
    const program = `top = orders.limit(3)
def run(df):
    inner = df.distinct()
    ^return inner.limit(5)
run(orders).show()
`;
    expect(await namesAt(program)).toEqual(['inner: distinct', 'top: limit']);
  });
});
