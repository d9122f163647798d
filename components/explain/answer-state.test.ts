import { describe, expect, it } from 'vitest';
import type { AnswerEvent } from '#lib/explain/answer-events.ts';
import { type AnswerState, NO_ANSWER, nextState, settled, stopped } from './answer-state.ts';

const answerAfter = (...events: readonly AnswerEvent[]) => events.reduce(nextState, NO_ANSWER as AnswerState);
const start = (model: string): AnswerEvent => ({ type: 'start', model, cached: false });
const text = (words: string): AnswerEvent => ({ type: 'text', text: words });

describe('nextState', () => {
  it('gathers the words of an answer and ends with what it cost', () => {
    const end: AnswerEvent = { type: 'end', reason: 'length', inputTokens: 3, outputTokens: 4, ms: 5 };
    expect(answerAfter(start('m'), text('a '), text('b'), end)).toEqual({
      kind: 'done',
      model: 'm',
      cached: false,
      text: 'a b',
      cut: true,
      tokens: 7,
      ms: 5,
    });
  });

  it('forgets what a model said that failed, when a second one begins', () => {
    expect(answerAfter(start('m'), text('wrong'), start('n'), text('right'))).toMatchObject({
      model: 'n',
      text: 'right',
    });
  });

  it('shows nothing of an answer that failed', () => {
    const state = answerAfter(start('m'), text('wrong'), { type: 'failed', reason: 'busy' });
    expect(state).toEqual({ kind: 'failed', message: 'The model is busy.' });
  });
});

describe('stopped and settled', () => {
  it('keep what had arrived when the reader stopped it, and take a cut stream for a failure', () => {
    expect(stopped(answerAfter(start('m'), text('a')))).toEqual({ kind: 'stopped', model: 'm', text: 'a' });
    expect(stopped({ kind: 'asking' })).toEqual(NO_ANSWER);
    expect(settled(answerAfter(start('m'), text('a'))).kind).toBe('failed');
  });
});
