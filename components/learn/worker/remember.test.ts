import { describe, expect, it } from 'vitest';
import { remember } from './remember.ts';

function counted(most: number, answer = (word: string) => Promise.resolve(word.toUpperCase())) {
  const asked: string[] = [];
  const ask = remember(most, (word: string) => {
    asked.push(word);
    return answer(word);
  });
  return { ask, asked };
}

describe('remember', () => {
  it('asks once for the same, also while the answer is still to come', async () => {
    const { ask, asked } = counted(2);
    expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual(['A', 'A', 'B']);
    expect(asked).toEqual(['a', 'b']);
  });

  it('forgets what was not asked for longest', async () => {
    const { ask, asked } = counted(2);
    for (const word of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(word);
    expect(asked).toEqual(['a', 'b', 'c', 'b']);
  });

  it('asks again after a failure', async () => {
    let isDown = true;
    const { ask, asked } = counted(2, async (word) => {
      if (isDown) throw new Error('down');
      return word;
    });
    await expect(ask('a')).rejects.toThrow('down');
    isDown = false;
    expect(await ask('a')).toBe('a');
    expect(asked).toEqual(['a', 'a']);
  });
});
