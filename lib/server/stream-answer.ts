import { APICallError, RetryError, streamText } from 'ai';
import type { AnswerEvent, FailureReason } from '#lib/explain/answer-events.ts';
import type { Prompt } from '#lib/explain/prompt.ts';
import { languageModel } from './model-provider.ts';
import type { ExplainConfig, ModelConfig } from './server-config.ts';

export interface StreamOptions {
  readonly config: ExplainConfig;
  readonly prompt: Prompt;
  /** Ends the question to the model: the reader pressed stop or left. */
  readonly signal: AbortSignal;
  readonly onFailure?: (model: string, reason: FailureReason) => void;
  readonly now?: () => number;
}

/** Whatever a provider takes for a token: an answer of more characters is cut. */
const MAX_CHARACTERS = 12_000;

/**
 * Asks the models one after the other until one gives an answer to its end. A model that fails midway is followed by another
 * `start`: what it had said so far is void.
 */
export async function* streamAnswer(options: StreamOptions): AsyncGenerator<AnswerEvent> {
  const { config, signal, onFailure } = options;
  const started = (options.now ?? Date.now)();
  let reason: FailureReason = 'broken';
  for (const model of config.models) {
    if (signal.aborted) break;
    yield { type: 'start', model: model.model, cached: false };
    const failed = yield* ask(model, options, started);
    if (failed === undefined) return;
    reason = signal.aborted ? 'stopped' : failed;
    onFailure?.(model.model, reason);
  }
  yield { type: 'failed', reason: signal.aborted ? 'stopped' : reason };
}

/** Streams one model's answer; returns why it failed, or nothing. */
async function* ask(
  model: ModelConfig,
  { config, prompt, signal, now = Date.now }: StreamOptions,
  started: number,
): AsyncGenerator<AnswerEvent, FailureReason | undefined> {
  const abort = new AbortController();
  const { stream } = streamText({
    model: languageModel(model),
    instructions: prompt.system,
    prompt: prompt.user,
    maxOutputTokens: config.maxOutputTokens,
    maxRetries: config.retries,
    abortSignal: AbortSignal.any([signal, abort.signal]),
    timeout: { totalMs: config.timeoutMs, firstChunkMs: config.timeoutMs / 2, chunkMs: config.timeoutMs / 2 },
    // The library's own handler would print what the provider said.
    onError: () => {},
  });
  let characters = 0;
  try {
    for await (const part of stream) {
      if (part.type === 'error') return failureOf(part.error);
      if (part.type === 'abort') return 'timeout';
      if (part.type === 'text-delta' && part.text !== '') {
        const text = part.text.slice(0, MAX_CHARACTERS - characters);
        characters += text.length;
        yield { type: 'text', text };
        if (characters < MAX_CHARACTERS) continue;
        yield { type: 'end', reason: 'length', inputTokens: null, outputTokens: null, ms: now() - started };
        return undefined;
      }
      if (part.type !== 'finish') continue;
      if (characters === 0) return 'empty';
      if (part.finishReason !== 'stop' && part.finishReason !== 'length') return 'broken';
      yield {
        type: 'end',
        reason: part.finishReason,
        inputTokens: part.totalUsage.inputTokens ?? null,
        outputTokens: part.totalUsage.outputTokens ?? null,
        ms: now() - started,
      };
      return undefined;
    }
    return 'broken';
  } catch (error) {
    return failureOf(error);
  } finally {
    abort.abort();
  }
}

function failureOf(error: unknown): FailureReason {
  const cause = RetryError.isInstance(error) ? error.lastError : error;
  if (APICallError.isInstance(cause)) {
    if (cause.statusCode === 429 || cause.statusCode === 503 || cause.statusCode === 529) return 'busy';
    if (cause.statusCode === 401 || cause.statusCode === 403) return 'refused';
    return 'broken';
  }
  return cause instanceof Error && /^(Abort|Timeout)Error$/.test(cause.name) ? 'timeout' : 'broken';
}
