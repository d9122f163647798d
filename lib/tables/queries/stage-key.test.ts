import { describe, expect, it } from 'vitest';
import { parseStage } from './stage-key.ts';

describe('parseStage', () => {
  it('reads what insights and addresses write', () => {
    expect(parseStage('7.0')).toEqual({ stageId: 7, attemptId: 0 });
    expect(parseStage('120.3')).toEqual({ stageId: 120, attemptId: 3 });
  });

  it.each(['', '7', '7.', 'a.b', '7.0; DROP TABLE tasks', '-1.0', '1e9.0'])('refuses %j', (text) => {
    expect(parseStage(text)).toBeUndefined();
  });
});
