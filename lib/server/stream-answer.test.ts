import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerEvent } from '#lib/explain/answer-events.ts';
import { FAKE_ANSWER, type FakeModelServer, startFakeModel } from '#lib/testing/fake-model.ts';
import type { ExplainConfig, ModelConfig, Provider } from './server-config.ts';
import { streamAnswer } from './stream-answer.ts';

let server: FakeModelServer;
beforeAll(async () => {
  server = await startFakeModel();
});
afterAll(() => server.close());

const PATHS: Readonly<Record<Provider, string>> = {
  'openai-compatible': '/v1',
  google: '/v1beta',
  anthropic: '/v1',
};
const model = (name: string, provider: Provider = 'openai-compatible'): ModelConfig => ({
  provider,
  model: name,
  apiKey: 'k',
  baseUrl: `${server.url}${PATHS[provider]}`,
});

async function ask(
  models: readonly ModelConfig[],
  more: Partial<ExplainConfig> = {},
  signal = new AbortController().signal,
) {
  const failures: string[] = [];
  const events: AnswerEvent[] = [];
  const config = {
    models: models as ExplainConfig['models'],
    timeoutMs: 20_000,
    maxOutputTokens: 100,
    retries: 1,
    ...more,
  };
  for await (const event of streamAnswer({
    config,
    prompt: { system: 'rules', user: 'evidence' },
    signal,
    onFailure: (name, reason) => failures.push(`${name} ${reason}`),
  }))
    events.push(event);
  const lastStart = events.findLastIndex(({ type }) => type === 'start');
  const text = events
    .slice(lastStart)
    .map((event) => (event.type === 'text' ? event.text : ''))
    .join('');
  return { events, failures, text, last: events.at(-1) };
}

describe('streamAnswer', () => {
  it.each(Object.keys(PATHS) as Provider[])(
    'streams the words of %s as they come, and counts tokens',
    async (provider) => {
      const { events, text, last } = await ask([model('answers', provider)]);
      expect(events[0]).toEqual({ type: 'start', model: 'answers', cached: false });
      expect(events.filter(({ type }) => type === 'text').length).toBeGreaterThan(5);
      expect(text.trim()).toBe(FAKE_ANSWER);
      expect(last).toMatchObject({ type: 'end', reason: 'stop', inputTokens: 321, outputTokens: 45 });
    },
  );

  it('sends the prompt and the length limit, and nothing that could call tools', async () => {
    await ask([model('answers')]);
    const sent = JSON.parse(server.requests.at(-1)!.body);
    expect(sent.messages).toEqual([
      { role: 'system', content: 'rules' },
      { role: 'user', content: 'evidence' },
    ]);
    expect(sent.max_tokens).toBe(100);
    expect(sent).not.toHaveProperty('tools');
  });

  it('asks a busy provider again', async () => {
    const { failures, last } = await ask([model('busy-once')]);
    expect(failures).toEqual([]);
    expect(last?.type).toBe('end');
  });

  it.each([
    ['busy', 'busy'],
    ['refuses', 'refused'],
    ['breaks', 'broken'],
    ['cut', 'broken'],
    ['garbage', 'broken'],
    ['empty', 'empty'],
  ])('says that a provider that %s is %s, and turns to the second', async (name, reason) => {
    const { events, failures, text } = await ask([model(name), model('answers')]);
    expect(failures).toEqual([`${name} ${reason}`]);
    expect(events.filter(({ type }) => type === 'start')).toHaveLength(2);
    expect(text.trim()).toBe(FAKE_ANSWER);
  });

  it.each(['google', 'anthropic'] as const)(
    'notices an error in the middle of a stream of %s',
    async (provider) => {
      const { failures, last } = await ask([model('breaks', provider)]);
      expect(failures).toHaveLength(1);
      expect(last?.type).toBe('failed');
    },
  );

  it('gives up on a provider that hangs', async () => {
    const { failures, last } = await ask([model('hangs')], { timeoutMs: 400 });
    expect(failures).toEqual(['hangs timeout']);
    expect(last).toEqual({ type: 'failed', reason: 'timeout' });
  });

  it('fails when every provider does', async () => {
    const { failures, last } = await ask([model('breaks'), model('garbage')], { retries: 0 });
    expect(failures).toEqual(['breaks broken', 'garbage broken']);
    expect(last).toEqual({ type: 'failed', reason: 'broken' });
  });

  it('fails when nobody listens at the address', async () => {
    const { last } = await ask([{ ...model('answers'), baseUrl: 'http://127.0.0.1:9/v1' }], { retries: 0 });
    expect(last).toEqual({ type: 'failed', reason: 'broken' });
  });

  it('cuts an answer that does not end, and hangs up', async () => {
    const before = server.abandoned();
    const { text, last } = await ask([model('endless')]);
    expect(text).toHaveLength(12_000);
    expect(last).toMatchObject({ type: 'end', reason: 'length' });
    await expect.poll(server.abandoned).toBeGreaterThan(before);
  });

  it('stops when the reader does, and asks nobody else', async () => {
    const before = server.abandoned();
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    const { failures, last } = await ask([model('slow'), model('answers')], {}, stop.signal);
    expect(failures).toEqual(['slow stopped']);
    expect(last).toEqual({ type: 'failed', reason: 'stopped' });
    await expect.poll(server.abandoned).toBeGreaterThan(before);
  });
});
