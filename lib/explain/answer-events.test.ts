import { describe, expect, it } from 'vitest';
import { type AnswerEvent, encodeEvent, readEvents } from './answer-events.ts';

async function read(...chunks: readonly (string | Uint8Array)[]): Promise<readonly AnswerEvent[]> {
  const bytes = chunks.map((chunk) => (typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk));
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of bytes) controller.enqueue(chunk);
      controller.close();
    },
  });
  const events: AnswerEvent[] = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}
const text = (words: string): AnswerEvent => ({ type: 'text', text: words });

describe('readEvents', () => {
  it('gives back what was encoded, wherever the network cuts it', async () => {
    const lines = new TextEncoder().encode(encodeEvent(text('größer\n')) + encodeEvent(text('b')));
    for (let cut = 0; cut <= lines.length; cut++)
      expect(await read(lines.slice(0, cut), lines.slice(cut))).toEqual([text('größer\n'), text('b')]);
  });

  it('takes a last line without its end', async () => {
    expect(await read(encodeEvent(text('a')).trim())).toEqual([text('a')]);
  });

  it('skips what is no event', async () => {
    expect(
      await read('{"type":"text"}\nnonsense\n[]\nnull\n{"type":"start"}\n', encodeEvent(text('a'))),
    ).toEqual([text('a')]);
  });

  it('does not keep an endless line', async () => {
    expect(
      await read(...Array.from({ length: 50 }, () => 'x'.repeat(10_000)), '\n', encodeEvent(text('a'))),
    ).toEqual([text('a')]);
  });
});
