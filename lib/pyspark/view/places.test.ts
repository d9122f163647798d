import { describe, expect, it } from 'vitest';
import { placeAt } from './places.ts';
import { viewText } from './testing.ts';

describe('placeAt', () => {
  const program =
    'out = (\n    orders\n    .where("amount > 1")\n    .groupBy("status").agg(F.sum("amount"))\n)\nout.count()\n';

  async function methodAt(word: string): Promise<string | undefined> {
    const { view, text, graph } = await viewText(program);
    const offset = text.indexOf(word);
    const line = text.slice(0, offset).split('\n').length;
    const drawn = new Set(graph('physical').nodes.flatMap(({ ats }) => ats));
    const place = placeAt(view.places, { file: 'main.py', offset, line }, drawn);
    return place === undefined ? undefined : view.places[place]?.method;
  }

  it.each([
    ['where(', 'where'],
    ['amount > 1', 'where'],
    ['F.sum', 'agg'],
    ['count()', 'count'],
    // What the grouping is for.
    ['groupBy(', 'agg'],
  ])('of %s is the call that it stands in', async (word, method) => {
    expect(await methodAt(word)).toBe(method);
  });

  it('of a line’s blank beginning is what the line ends with', async () => {
    expect(await methodAt('    .groupBy')).toBe('agg');
  });

  it('is none on a line without calls', async () => {
    expect(await methodAt('out = (')).toBeUndefined();
  });
});
