import { describe, expect, it } from 'vitest';
import type { AnswerEvent } from '#lib/explain/answer-events.ts';
import { gatherText } from './gather-text.ts';

const start: AnswerEvent = { type: 'start', model: 'm', cached: false };
const failed: AnswerEvent = { type: 'failed', reason: 'busy' };
const text = (words: string): AnswerEvent => ({ type: 'text', text: words });

async function* given(...events: readonly AnswerEvent[]): AsyncGenerator<AnswerEvent> {
  yield* events;
}

async function gathered(
  events: AsyncGenerator<AnswerEvent>,
  everyMs = 60_000,
): Promise<readonly AnswerEvent[]> {
  const all: AnswerEvent[] = [];
  for await (const event of gatherText(events, everyMs)) all.push(event);
  return all;
}

describe('gatherText', () => {
  it('lets the first word through and puts the rest together, before what is no text', async () => {
    expect(await gathered(given(start, text('a'), text('b'), text('c'), failed))).toEqual([
      start,
      text('a'),
      text('bc'),
      failed,
    ]);
  });

  it('never mixes the words of two models', async () => {
    expect(await gathered(given(start, text('a'), text('b'), start, text('c'), text('d')))).toEqual([
      start,
      text('a'),
      text('b'),
      start,
      text('c'),
      text('d'),
    ]);
  });

  it('gives what it has when nothing more comes for a while', async () => {
    let go = () => {};
    const more = new Promise<void>((resolve) => {
      go = resolve;
    });
    async function* slow(): AsyncGenerator<AnswerEvent> {
      yield start;
      yield text('a');
      yield text('b');
      await more;
    }
    const events = gatherText(slow(), 5);
    const got: AnswerEvent[] = [];
    while (got.length < 3) got.push((await events.next()).value as AnswerEvent);
    expect(got).toEqual([start, text('a'), text('b')]);
    go();
    expect((await events.next()).done).toBe(true);
  });

  it('ends what it reads from when its reader leaves', async () => {
    let ended = false;
    async function* endless(): AsyncGenerator<AnswerEvent> {
      try {
        for (;;) yield start;
      } finally {
        ended = true;
      }
    }
    for await (const _ of gatherText(endless(), 5)) break;
    expect(ended).toBe(true);
  });
});
