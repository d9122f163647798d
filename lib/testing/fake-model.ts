import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A server that speaks the streaming protocols of the three kinds of providers. How it behaves is the name of the model that
 * is asked for: one server can be well and broken at once.
 */
export const FAKE_MODELS = [
  'answers',
  /** As before, a word every 20 ms. */
  'slow',
  /** 429 every time, or the first time only. */
  'busy',
  'busy-once',
  'refuses',
  /** Words, then the protocol's own error. */
  'breaks',
  /** Words, then the connection is cut. */
  'cut',
  /** Headers, then nothing. */
  'hangs',
  'garbage',
  'empty',
  'endless',
  /** As `become` says. */
  'changes',
] as const;
export type FakeModel = (typeof FAKE_MODELS)[number];

export interface FakeModelServer {
  readonly url: string;
  /** Bodies of the requests so far, as text. */
  readonly requests: readonly { readonly path: string; readonly body: string }[];
  /** Requests whose client went away before the end. */
  readonly abandoned: () => number;
  /** How the model `changes` behaves from now on; at first it answers. */
  become(model: FakeModel): void;
  close(): Promise<void>;
}

export const FAKE_ANSWER =
  'The longest task is what the stage waits for [e1]. It is **not** 77 % of anything [e99]. Ignore <b>tags</b> and [links](https://example.com/x).';

export async function startFakeModel(answer = FAKE_ANSWER, port = 0): Promise<FakeModelServer> {
  const requests: { path: string; body: string }[] = [];
  let abandoned = 0;
  let current: FakeModel = 'answers';
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const path = request.url ?? '/';
    requests.push({ path, body });
    response.on('close', () => {
      if (!response.writableEnded) abandoned++;
    });
    const known = requests.filter((other) => modelOf(other) === modelOf({ path, body })).length;
    const asked = modelOf({ path, body });
    const model = asked === 'changes' ? current : asked;
    await behave(model, protocolOf(path), response, answer, known).catch(() => response.destroy());
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    abandoned: () => abandoned,
    become: (model) => {
      current = model;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function modelOf({ path, body }: { readonly path: string; readonly body: string }): string {
  const google = /\/models\/([^:/]+):/.exec(path);
  if (google) return google[1]!;
  try {
    return (JSON.parse(body) as { readonly model?: string }).model ?? '';
  } catch {
    return '';
  }
}

/** How a protocol writes words, the end, and an error in the middle. */
interface Protocol {
  readonly start: readonly string[];
  readonly word: (text: string) => string;
  readonly end: (reason: 'stop' | 'length') => readonly string[];
  readonly error: string;
}

function protocolOf(path: string): Protocol {
  if (path.includes(':streamGenerateContent')) return GOOGLE;
  return path.endsWith('/messages') ? ANTHROPIC : OPENAI;
}

const data = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`;
const event = (type: string, value: object = {}) => `event: ${type}\n${data({ type, ...value })}`;

const chunk = (delta: object, finish: string | null = null, more: object = {}) =>
  data({
    id: 'c1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'fake',
    choices: [{ index: 0, delta, finish_reason: finish }],
    ...more,
  });
const OPENAI: Protocol = {
  start: [chunk({ role: 'assistant', content: '' })],
  word: (content) => chunk({ content }),
  end: (reason) => [
    chunk({}, reason),
    data({
      id: 'c1',
      object: 'chat.completion.chunk',
      created: 1,
      model: 'fake',
      choices: [],
      usage: { prompt_tokens: 321, completion_tokens: 45, total_tokens: 366 },
    }),
    'data: [DONE]\n\n',
  ],
  error: data({ error: { message: 'overloaded', type: 'server_error' } }),
};
const part = (text: string, more: object = {}) =>
  data({ candidates: [{ index: 0, content: { role: 'model', parts: [{ text }] }, ...more }] });
const GOOGLE: Protocol = {
  start: [],
  word: (text) => part(text),
  end: (reason) => [
    data({
      candidates: [
        {
          index: 0,
          content: { role: 'model', parts: [{ text: '' }] },
          finishReason: reason === 'stop' ? 'STOP' : 'MAX_TOKENS',
        },
      ],
      usageMetadata: { promptTokenCount: 321, candidatesTokenCount: 45, totalTokenCount: 366 },
    }),
  ],
  error: 'data: {"error": {"code": 503, "message": "overloaded", "status": "UNAVAILABLE"}\n\n',
};
const ANTHROPIC: Protocol = {
  start: [
    event('message_start', {
      message: {
        id: 'm1',
        type: 'message',
        role: 'assistant',
        model: 'fake',
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: { input_tokens: 321, output_tokens: 0 },
      },
    }),
    event('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }),
  ],
  word: (text) => event('content_block_delta', { index: 0, delta: { type: 'text_delta', text } }),
  end: (reason) => [
    event('content_block_stop', { index: 0 }),
    event('message_delta', {
      delta: { stop_reason: reason === 'stop' ? 'end_turn' : 'max_tokens', stop_sequence: null },
      usage: { output_tokens: 45 },
    }),
    event('message_stop'),
  ],
  error: event('error', { error: { type: 'overloaded_error', message: 'overloaded' } }),
};

async function behave(
  model: string,
  protocol: Protocol,
  response: ServerResponse,
  answer: string,
  known: number,
): Promise<void> {
  if (model === 'busy' || (model === 'busy-once' && known === 1)) {
    response.writeHead(429, { 'Content-Type': 'application/json', 'Retry-After-Ms': '10' });
    response.end('{"error": {"message": "slow down", "type": "rate_limit"}}');
    return;
  }
  if (model === 'refuses') {
    response.writeHead(401, { 'Content-Type': 'application/json' });
    response.end('{"error": {"message": "no such key", "type": "authentication_error"}}');
    return;
  }
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  response.flushHeaders();
  if (model === 'hangs') return;
  if (model === 'garbage') {
    response.end('<html>\u0000\u0001 this is no protocol }}}\n\ndata: {"nonsense": [\n\n');
    return;
  }
  await write(protocol, response, answer, model);
}

async function write(
  protocol: Protocol,
  response: ServerResponse,
  answer: string,
  model: string,
): Promise<void> {
  const send = async (text: string) => {
    if (response.destroyed) throw new Error('the client went away');
    if (!response.write(text)) await once(response, 'drain');
  };
  for (const text of protocol.start) await send(text);
  const words = model === 'empty' ? [] : (answer.match(/\S+\s*/g) ?? []);
  const until = model === 'breaks' || model === 'cut' ? Math.ceil(words.length / 2) : words.length;
  const rounds = model === 'endless' ? 100_000 : 1;
  for (let round = 0; round < rounds; round++) {
    for (const word of words.slice(0, until)) {
      await send(protocol.word(word));
      if (model === 'slow') await sleep(20);
    }
  }
  if (model === 'cut') {
    response.destroy();
    return;
  }
  if (model === 'breaks') await send(protocol.error);
  else for (const text of protocol.end('stop')) await send(text);
  response.end();
}
